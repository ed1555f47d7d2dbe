package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sections of documents that are not written by hand: between {@code <!-- generated: NAME -->} and {@code <!-- end
 * -->}; of {@code docs/conformance.md} where no other is named. With {@code -Dconformance.write=true} a test that holds
 * one writes it instead.
 */
public final class GeneratedSections {

    private static final Path CONFORMANCE = Path.of("docs", "conformance.md");
    private static final String END = "<!-- end -->";

    private GeneratedSections() {}

    /** Fails unless the section of this name says this. */
    public static void hold(String name, List<String> lines) throws IOException {
        hold(CONFORMANCE, name, lines);
    }

    /** Fails unless the section of this name of a document says this. */
    public static void hold(Path document, String name, List<String> lines) throws IOException {
        if (Boolean.getBoolean("conformance.write")) {
            write(document, name, lines);
        }
        assertThat(read(document, name))
                .as(name + " in " + document + "; -Dconformance.write=true writes it")
                .isEqualTo(lines);
    }

    /** The lines of a section. */
    public static List<String> read(String name) throws IOException {
        return read(CONFORMANCE, name);
    }

    private static List<String> read(Path document, String name) throws IOException {
        List<String> all = Files.readAllLines(document);
        int begin = all.indexOf(begin(name));
        assertThat(begin).as(begin(name) + " in " + document).isNotNegative();
        int end = begin + all.subList(begin, all.size()).indexOf(END);
        return all.subList(begin + 1, end).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static void write(Path document, String name, List<String> lines) throws IOException {
        String text = Files.readString(document);
        int begin = text.indexOf(begin(name)) + begin(name).length();
        int end = text.indexOf(END, begin);
        Files.writeString(
                document, text.substring(0, begin) + "\n\n" + String.join("\n", lines) + "\n\n" + text.substring(end));
    }

    private static String begin(String name) {
        return "<!-- generated: " + name + " -->";
    }
}
