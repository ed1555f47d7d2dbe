package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sections of {@code docs/conformance.md} that are not written by hand: between {@code <!-- generated: NAME -->}
 * and {@code <!-- end -->}. With {@code -Dconformance.write=true} a test that holds one writes it instead.
 */
public final class GeneratedSections {

    private static final Path DOCUMENT = Path.of("docs", "conformance.md");
    private static final String END = "<!-- end -->";

    private GeneratedSections() {}

    /** Fails unless the section of this name says this. */
    public static void hold(String name, List<String> lines) throws IOException {
        if (Boolean.getBoolean("conformance.write")) {
            write(name, lines);
        }
        assertThat(read(name))
                .as(name + " in " + DOCUMENT + "; -Dconformance.write=true writes it")
                .isEqualTo(lines);
    }

    /** The lines of a section. */
    public static List<String> read(String name) throws IOException {
        List<String> all = Files.readAllLines(DOCUMENT);
        int begin = all.indexOf(begin(name));
        assertThat(begin).as(begin(name) + " in " + DOCUMENT).isNotNegative();
        int end = begin + all.subList(begin, all.size()).indexOf(END);
        return all.subList(begin + 1, end).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static void write(String name, List<String> lines) throws IOException {
        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf(begin(name)) + begin(name).length();
        int end = text.indexOf(END, begin);
        Files.writeString(
                DOCUMENT, text.substring(0, begin) + "\n\n" + String.join("\n", lines) + "\n\n" + text.substring(end));
    }

    private static String begin(String name) {
        return "<!-- generated: " + name + " -->";
    }
}
