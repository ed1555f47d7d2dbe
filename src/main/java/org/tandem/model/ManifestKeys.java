package org.tandem.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tandem.dicom.StandardTable;

/** What is to be said of each key of a manifest: the table {@code manifest-keys.tsv}. */
public final class ManifestKeys {

    private static final String TABLE = "/org/tandem/model/manifest-keys.tsv";

    private ManifestKeys() {}

    /**
     * One row.
     *
     * @param section of the document that it stands in
     * @param path as a reader asks for it, {@code []} after a list, {@code *} for any key
     * @param otherwise what it is where it is not there, if the reader's default says too little
     * @param meaning what it is, without a full stop
     */
    record Row(String section, String path, Optional<String> otherwise, String meaning) {

        boolean isAbout(String asked) {
            return asked.matches(Pattern.quote(path).replace("*", "\\E[a-z_]+\\Q"));
        }
    }

    /** What the key of this path is, in a sentence without a full stop; refuses one that no manifest has. */
    public static String meaning(String path) {
        return rows().stream()
                .filter(row -> row.isAbout(path))
                .findFirst()
                .map(Row::meaning)
                .orElseThrow(() -> new IllegalArgumentException("No key of a manifest: " + path));
    }

    /** The rows in the order of the table. */
    static List<Row> rows() {
        return StandardTable.rows(TABLE, 4).stream()
                .map(cells ->
                        new Row(cells[0], cells[1], Optional.of(cells[2]).filter(text -> !text.isEmpty()), cells[3]))
                .toList();
    }
}
