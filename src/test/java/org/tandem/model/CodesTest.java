package org.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.dicom.Code;

/**
 * Every code of a manifest that is shipped means what the standard says that it means, or stands in the table of those
 * that nobody here could check; {@code CodesIT} holds that table to pydicom's.
 */
final class CodesTest {

    static final Path TABLE = Path.of("src/test/resources/org/tandem/model/codes.tsv");

    private static final String OURS = "99TANDEM";

    static List<Path> manifests() throws IOException {
        try (Stream<Path> models = Files.walk(Path.of("models"), 3);
                Stream<Path> converted = Files.walk(Path.of("etc/convert"), 2)) {
            return Stream.concat(models, converted)
                    .filter(path -> path.endsWith("manifest.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void aCodeMeansWhatTheTableSays(Path manifest) throws IOException {
        Map<String, String> table = table();
        assertThat(codes(manifest)).isNotEmpty().allSatisfy(code -> {
            if (!code.scheme().equals(OURS)) {
                assertThat(table).as("codes.tsv").containsKey(key(code));
                assertThat(plain(table.getOrDefault(key(code), ""))).isEqualTo(plain(code.meaning()));
            }
        });
    }

    @Test
    void theTableHasNoCodeThatNoManifestHas() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path manifest : manifests()) {
            codes(manifest).forEach(code -> used.add(key(code)));
        }
        assertThat(used).containsAll(table().keySet());
    }

    /** SNOMED CT's last digit is a check digit by Verhoeff's method. */
    @Test
    void checkDigitsOfSnomedCtHold() throws IOException {
        assertThat(table().keySet().stream().filter(key -> key.startsWith("SCT ")))
                .allMatch(key -> Verhoeff.holds(key.substring(4)));
        // known to be wrong in public code
        assertThat(Stream.of("78381009", "60567007", "253008")).noneMatch(Verhoeff::holds);
    }

    private static List<Code> codes(Path manifest) {
        return ManifestReader.read(manifest).outputs().stream()
                .flatMap(output -> output.meanings().stream())
                .flatMap(meaning -> meaning.codes().stream())
                .distinct()
                .toList();
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] columns = line.split("\t", -1);
            if (!line.startsWith("#")) {
                table.put(columns[0] + " " + columns[1], columns[3]);
            }
        }
        return table;
    }

    private static String key(Code code) {
        return code.scheme() + " " + code.value();
    }

    /** Without the kind of concept that SNOMED CT writes in brackets at the end. */
    private static String plain(String meaning) {
        return meaning.replaceFirst(" \\([a-z ]+\\)$", "").toLowerCase(Locale.ROOT);
    }
}
