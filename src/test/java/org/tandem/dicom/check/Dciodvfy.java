package org.tandem.dicom.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** David Clunie's dciodvfy (dicom3tools), and how its findings and ours are compared: by the tags on the way. */
final class Dciodvfy {

    private static final Pattern TAG = Pattern.compile("\\(([0-9A-Fa-f]{4}),([0-9A-Fa-f]{4})\\)");
    private static final Pattern ERROR = Pattern.compile("Error - </([^>]*)> - (.*)");

    private Dciodvfy() {}

    /** The lines of its errors; empty where it is not installed. */
    static Optional<Stream<String>> errors(Path file) throws IOException {
        try {
            Process process = new ProcessBuilder("dciodvfy", "-new", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Optional.of(output.lines().filter(line -> line.startsWith("Error")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Places of errors, each once: the tags from the object to the attribute, without numbers of items. */
    static TreeSet<String> places(Stream<String> errors) {
        return errors.map(Dciodvfy::place).collect(Collectors.toCollection(TreeSet::new));
    }

    static TreeSet<String> places(CheckReport report) {
        return report.errors().stream()
                .map(finding -> tags(finding.path()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String place(String line) {
        Matcher error = ERROR.matcher(line);
        return error.matches() ? tags(error.group(1)) : line;
    }

    private static String tags(String path) {
        return TAG.matcher(path)
                .results()
                .map(tag -> (tag.group(1) + tag.group(2)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining("/"))
                .replaceAll("(00080119|00080120)$", "00080100") // one of three forms of a code is missing
                .replaceAll("^5200923[0]/", "52009229/") // a group is in neither of the two
                .replaceAll("00700102$", "00700101"); // one of two forms of a pixel's size is missing
    }
}
