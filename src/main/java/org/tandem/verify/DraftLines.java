package org.tandem.verify;

import org.tandem.model.ManifestKeys;

/** Lines of a drafted manifest, each with what its key is. For one thread. */
final class DraftLines {

    static final String FILL_IN = "FILL IN";
    static final String CHECK = "CHECK";

    private final StringBuilder text = new StringBuilder();

    void comment(String words) {
        text.append("# ").append(words).append('\n');
    }

    /** A line as it is. */
    void raw(String line) {
        text.append(line).append('\n');
    }

    /** A key that the signature decides. */
    void value(String path, String value) {
        raw(indented(path) + ": " + value + "  # " + meaning(path));
    }

    /** A key that only a person knows. */
    void fillIn(String path) {
        raw(indented(path) + ":  # " + FILL_IN + ": " + meaning(path));
    }

    /** A line about a key that is guessed. */
    void check(String path, String line) {
        raw(line + "  # " + CHECK + ": " + meaning(path));
    }

    /** A name in quotation marks where YAML would not take it for a text otherwise. */
    static String quoted(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_./-]*") ? name : "\"" + name + "\"";
    }

    String meaning(String path) {
        return ManifestKeys.meaning(path);
    }

    String text() {
        return text.toString();
    }

    private static String indented(String path) {
        long depth = path.chars().filter(c -> c == '.').count();
        return "  ".repeat((int) depth) + path.substring(path.lastIndexOf('.') + 1);
    }
}
