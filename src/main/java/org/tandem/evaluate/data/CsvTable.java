package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.TandemException;

/**
 * A file of comma-separated values with a header (RFC 4180): fields may be quoted, hold commas, quotes and line ends.
 */
final class CsvTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final List<String> header;
    private final List<Map<String, String>> rows;

    private CsvTable(Path file, List<String> header, List<Map<String, String>> rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    /** Reads a file in UTF-8; refuses rows that have more or fewer fields than the header. */
    static CsvTable read(Path file) throws IOException {
        List<List<String>> records = all(file);
        if (records.isEmpty()) {
            throw refused(file, "nothing", "a header");
        }
        List<String> header = records.get(0).stream().map(String::strip).toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> fields : records.subList(1, records.size())) {
            if (fields.size() != header.size()) {
                throw refused(file, fields.size() + " fields in row " + (rows.size() + 2), header.size() + " fields");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                row.put(header.get(i), fields.get(i).strip());
            }
            rows.add(row);
        }
        return new CsvTable(file, header, rows);
    }

    /** The fields of the rows below the header, stripped; for tables whose header does not name all columns. */
    static List<List<String>> records(Path file) throws IOException {
        List<List<String>> records = all(file);
        return records.subList(Math.min(1, records.size()), records.size()).stream()
                .map(record -> record.stream().map(String::strip).toList())
                .toList();
    }

    private static List<List<String>> all(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return records(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    List<Map<String, String>> rows() {
        return rows;
    }

    /** Refuses a table without these columns. */
    CsvTable require(String... columns) {
        for (String column : columns) {
            if (!header.contains(column)) {
                throw refused(file, "columns " + header, "\"" + column + "\" among them");
            }
        }
        return this;
    }

    private static TandemException refused(Path file, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, "Table " + file + ": got " + got + ", expected " + expected);
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                field.append(escaped ? "\"" : "");
                i += escaped ? 1 : 0;
                quoted = escaped == quoted;
            } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                field.append(c);
            } else if (c == ',') {
                record.add(take(field));
            } else if (c == '\n') {
                record.add(take(field));
                records.add(record);
                record = new ArrayList<>();
            }
        }
        if (field.length() > 0 || !record.isEmpty()) {
            record.add(take(field));
            records.add(record);
        }
        records.removeIf(one -> one.size() == 1 && one.get(0).isBlank());
        return records;
    }

    private static String take(StringBuilder field) {
        String text = field.toString();
        field.setLength(0);
        return text;
    }
}
