package org.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.app.GeneratedSections;

/**
 * The reference of manifests in {@code docs/models.md} says what the reader reads: a key that the reader asks for and
 * the table does not explain fails, and so does one that the table explains and nobody asks for.
 */
final class ManifestReferenceTest {

    private static final Path DOCUMENT = Path.of("docs", "models.md");

    /** Between them they have the reader go everywhere. */
    private static final Path EXAMPLES = Path.of("src/test/resources/org/tandem/model/manifests");

    private static final Path READERS = Path.of("src/main/java/org/tandem/model");

    /** Words in quotation marks that are values, and parts of messages. */
    private static final Set<String> VALUES = Set.of(
            "max",
            "segmentation",
            "classification",
            "detection",
            "regression",
            "segment",
            "class",
            "quantity",
            "ies",
            "ses",
            "several",
            "none",
            "nothing",
            "flag",
            "refuse",
            "lung_nodules",
            "mean",
            "vote",
            "stack");

    /** Keys below it are conditions, which {@code conf/routes.yaml} explains, not this reference. */
    private static final String CONDITIONS = ".match.";

    private static final Pattern WORD = Pattern.compile("\"([a-z][a-z0-9]*(?:_[a-z0-9]+)*)\"");

    @Test
    void everyKeyThatTheReaderAsksForIsExplained() throws IOException {
        assertThat(asked().keySet())
                .as("asked for by a reader: manifest-keys.tsv needs a row")
                .allMatch(path -> ManifestKeys.rows().stream().anyMatch(row -> row.isAbout(path)));
    }

    @Test
    void everyKeyThatIsExplainedIsAskedFor() throws IOException {
        Collection<String> asked = asked().keySet();
        assertThat(ManifestKeys.rows())
                .as("explained in manifest-keys.tsv: a manifest in " + EXAMPLES + " needs it")
                .allMatch(row -> asked.stream().anyMatch(row::isAbout));
    }

    /** A key below a mapping that no example has would be asked for by nobody. */
    @Test
    void everyWordThatAReaderNamesIsAKeyThatIsExplained() throws IOException {
        Set<String> explained = ManifestKeys.rows().stream()
                .map(row -> row.path().replaceFirst(".*\\.", "").replace("[]", ""))
                .collect(Collectors.toSet());
        assertThat(words())
                .as("named by a reader: a key needs a row in manifest-keys.tsv, a value an entry here")
                .isSubsetOf(union(explained, VALUES));
    }

    static Set<String> sections() {
        return ManifestKeys.rows().stream().map(ManifestKeys.Row::section).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void theDocumentSaysWhatTheReaderReads(String section) throws IOException {
        Map<String, AskedKey> asked = asked();
        List<String> lines = new ArrayList<>(List.of("| key | value | default | |", "|---|---|---|---|"));
        for (ManifestKeys.Row row : ManifestKeys.rows()) {
            if (row.section().equals(section)) {
                lines.add(line(row, asked));
            }
        }
        GeneratedSections.hold(DOCUMENT, section + " keys", lines);
    }

    private static String line(ManifestKeys.Row row, Map<String, AskedKey> asked) {
        AskedKey key = asked.entrySet().stream()
                .filter(entry -> row.isAbout(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(AskedKey::and)
                .orElseThrow();
        String name = row.section().equals("manifest")
                ? row.path()
                : row.path()
                        .replaceFirst(
                                "^(outputs\\[\\]\\.(\\*\\[\\]\\.)?|refine\\.|ensemble\\.|region_of\\.|technique\\.candidates\\.)",
                                "");
        String otherwise = row.otherwise().or(key::otherwise).orElse("–");
        return "| `" + name + "` | " + key.type() + " | " + otherwise + " | " + row.meaning() + " |";
    }

    private static Map<String, AskedKey> asked() throws IOException {
        Map<String, AskedKey> asked = new LinkedHashMap<>();
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            for (Path example : examples.sorted().toList()) {
                YamlMap yaml = YamlMap.load(example);
                ManifestReader.read(yaml);
                yaml.asked().stream()
                        .filter(key -> !key.path().contains(CONDITIONS))
                        .forEach(key -> asked.merge(key.path(), key, AskedKey::and));
            }
        }
        return asked;
    }

    private static Set<String> words() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.list(READERS)) {
            for (Path file : files.filter(
                            path -> path.toString().endsWith("Reader.java") && !path.endsWith("ConditionReader.java"))
                    .toList()) {
                WORD.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(words::add);
            }
        }
        return words;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }
}
