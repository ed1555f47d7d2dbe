package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;

/**
 * A plain folder of pictures with a file of labels. Either each line is a path, blanks and a label; or it is a CSV
 * whose first column is the path and which has a column {@code label}, and any others to split and group by. Several
 * labels of one picture stand with {@code |} between them. Paths are from the set's folder, or from that of the file.
 */
final class PictureFolder {

    private static final String LABEL = "label";

    private final Path root;
    private final Path labels;

    private PictureFolder(Path root, Path labels) {
        this.root = root;
        this.labels = labels;
    }

    static List<Case> read(DataSetOptions options) throws IOException {
        Path labels = options.labels()
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.REFUSE,
                        "Folder of pictures " + options.root() + ": got no file of labels, expected --labels FILE"));
        return new PictureFolder(options.root(), labels).read();
    }

    private List<Case> read() throws IOException {
        List<Map<String, String>> rows = labels.toString().endsWith(".csv")
                ? CsvTable.read(labels).require(LABEL).rows()
                : lines();
        List<Case> cases = new ArrayList<>();
        for (Map<String, String> row : rows) {
            cases.add(of(row));
        }
        return cases;
    }

    private List<Map<String, String>> lines() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(labels)) {
            int blank = Math.max(
                    line.stripTrailing().lastIndexOf(' '), line.stripTrailing().lastIndexOf('\t'));
            if (blank > 0) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("path", line.substring(0, blank).strip());
                row.put(LABEL, line.substring(blank).strip());
                rows.add(row);
            } else if (!line.isBlank()) {
                throw refused("line " + (rows.size() + 1), "no blank between path and label", "\"path label\"");
            }
        }
        return rows;
    }

    private Case of(Map<String, String> row) {
        String path = row.values().iterator().next();
        Path file = Stream.of(root, labels.toAbsolutePath().getParent())
                .map(folder -> folder.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> refused("picture " + path, "no such file", "it below " + root));
        Map<String, String> columns = new LinkedHashMap<>(row);
        columns.values().remove(path);
        Set<String> present = Labels.of(columns.getOrDefault(LABEL, ""));
        columns.remove(LABEL);
        return new Case(path, () -> Pictures.read(file), new Truth.Labels(present), columns);
    }

    private TandemException refused(String where, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE,
                "Labels " + labels + ", " + where + ": got " + got + ", expected " + expected);
    }
}
