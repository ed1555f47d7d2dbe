package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;

/**
 * A plain folder of pictures with a file of labels. Either each line is a path, blanks and a label; or it is a CSV
 * whose first column is the path and which has a column {@code label}, columns of numbers, and any others to split and
 * group by. Several labels of one picture stand with {@code |} between them. Paths are from the set's folder, from the
 * one above it, or from that of the file. Where nothing else names the split, a folder {@code train}, {@code val} or
 * {@code test} on the path does.
 */
final class PictureFolder {

    private static final String LABEL = "label";
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern SPLIT = Pattern.compile("(?:^|/)(train|val|test)/");

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
        List<Map<String, String>> rows =
                labels.toString().endsWith(".csv") ? CsvTable.read(labels).rows() : lines();
        requireOnce(rows);
        requireSome(rows);
        Set<String> known = new LinkedHashSet<>();
        rows.forEach(row -> known.addAll(Labels.of(row.getOrDefault(LABEL, ""))));
        Set<String> numbers = numericColumns(rows);
        return rows.stream().map(row -> of(row, known, numbers)).toList();
    }

    /** The columns in which, but for empty fields, only numbers stand. */
    private static Set<String> numericColumns(List<Map<String, String>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        columns.remove(LABEL);
        columns.removeAll(rows.stream()
                .limit(1)
                .map(row -> row.keySet().iterator().next())
                .toList());
        columns.removeIf(column -> rows.stream()
                .map(row -> row.getOrDefault(column, ""))
                .anyMatch(field -> !field.isEmpty() && !NUMBER.matcher(field).matches()));
        return columns;
    }

    private static Truth.Numbers numbers(Map<String, String> row, Set<String> columns) {
        Map<String, Double> values = new HashMap<>();
        for (String column : columns) {
            String field = row.getOrDefault(column, "");
            if (!field.isEmpty()) {
                values.put(column, Double.parseDouble(field));
            }
        }
        return new Truth.Numbers(values);
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

    private void requireOnce(List<Map<String, String>> rows) {
        Map<String, String> seen = new HashMap<>();
        for (Map<String, String> row : rows) {
            if (seen.put(path(row), "") != null) {
                throw refused("picture " + path(row), "two lines", "one");
            }
        }
    }

    /** A set of which some pictures are missing is evaluated on the others; where none is there, the path is wrong. */
    private void requireSome(List<Map<String, String>> rows) {
        if (rows.stream().noneMatch(row -> file(path(row)).isPresent())) {
            throw refused(
                    "picture "
                            + rows.stream().findFirst().map(PictureFolder::path).orElse(""),
                    "no such file, nor any other of " + rows.size(),
                    "them below " + root + ", the folder above it or beside the labels");
        }
    }

    private Case of(Map<String, String> row, Set<String> known, Set<String> numbers) {
        String path = path(row);
        Map<String, String> columns = new LinkedHashMap<>(row);
        columns.remove(columns.keySet().iterator().next());
        List<Truth> truths = new ArrayList<>();
        if (!numbers.isEmpty()) {
            truths.add(numbers(row, numbers));
        }
        if (columns.containsKey(LABEL)) {
            truths.add(new Truth.Labels(Labels.of(String.valueOf(columns.remove(LABEL))), known));
        }
        Matcher split = SPLIT.matcher(path);
        if (split.find()) {
            columns.putIfAbsent(Case.SPLIT, split.group(1));
        }
        return new Case(path, levels -> Pictures.read(require(path), levels), truths, columns);
    }

    private static String path(Map<String, String> row) {
        return row.values().iterator().next().replace('\\', '/');
    }

    private Path require(String path) {
        return file(path).orElseThrow(() -> refused("picture " + path, "no such file", "it below " + root));
    }

    private Optional<Path> file(String path) {
        Path folder = root.toAbsolutePath().normalize();
        return Stream.of(
                        Optional.of(folder),
                        Optional.ofNullable(folder.getParent()),
                        Optional.ofNullable(labels.toAbsolutePath().getParent()))
                .flatMap(Optional::stream)
                .map(from -> from.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private TandemException refused(String where, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE,
                "Labels " + labels + ", " + where + ": got " + got + ", expected " + expected);
    }
}
