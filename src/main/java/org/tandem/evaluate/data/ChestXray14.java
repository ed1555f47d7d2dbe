package org.tandem.evaluate.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;

/**
 * NIH ChestX-ray14 (doi:10.1109/CVPR.2017.369): {@code Data_Entry_2017*.csv}, {@code labels.csv} or {@code --labels}
 * with its columns, pictures in any folders, {@code train_val_list.txt}, {@code test_list.txt} and
 * {@code BBox_List_2017*.csv} where they are. Rows whose picture is not there are left out, as subsets are common.
 * Findings stand with {@code |} between them; "No Finding" is none.
 */
final class ChestXray14 {

    private static final String IMAGE = "Image Index";
    private static final String FINDINGS = "Finding Labels";
    private static final Map<String, String> COLUMNS = Map.of(
            "Patient ID", Case.PATIENT,
            "Patient Gender", "sex",
            "View Position", "view",
            "Patient Age", "age");

    private final DataSetOptions options;
    private final PictureIndex pictures;

    private ChestXray14(DataSetOptions options, PictureIndex pictures) {
        this.options = options;
        this.pictures = pictures;
    }

    static List<Case> read(DataSetOptions options) throws IOException {
        return new ChestXray14(options, PictureIndex.of(options.root())).read();
    }

    /** Whether a table with its columns is named, or lies there. */
    static boolean fits(DataSetOptions options) {
        return options.labels().isPresent()
                ? hasColumns(options.labels().get())
                : table(options).isPresent();
    }

    private static Optional<Path> table(DataSetOptions options) {
        return file(options, "Data_Entry")
                .or(() -> Optional.of(options.root().resolve("labels.csv")).filter(ChestXray14::hasColumns));
    }

    private static boolean hasColumns(Path table) {
        if (!Files.isRegularFile(table)) {
            return false;
        }
        try (BufferedReader reader = Files.newBufferedReader(table, StandardCharsets.ISO_8859_1)) {
            String header = String.valueOf(reader.readLine());
            return header.contains(IMAGE) && header.contains(FINDINGS);
        } catch (IOException e) {
            throw new TandemException(TandemException.Kind.RETRY, "Table " + table + " cannot be read", e);
        }
    }

    private List<Case> read() throws IOException {
        Path table = options.labels()
                .or(() -> table(options))
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.REFUSE,
                        "ChestX-ray14 " + options.root()
                                + ": got no table, expected Data_Entry*.csv, labels.csv or --labels FILE"));
        Map<String, String> splits = splits();
        Map<String, List<ChestBoxes.Box>> boxes = ChestBoxes.read(file(options, "BBox_List"));
        List<Case> cases = new ArrayList<>();
        for (Map<String, String> row :
                CsvTable.read(table).require(IMAGE, FINDINGS).rows()) {
            Optional<Path> picture = pictures.find(text(row, IMAGE));
            if (picture.isPresent()) {
                cases.add(of(row, picture.get(), columns(row, splits), boxes));
            }
        }
        return cases;
    }

    private Case of(
            Map<String, String> row, Path picture, Map<String, String> columns, Map<String, List<ChestBoxes.Box>> boxes)
            throws IOException {
        List<Truth> truths = new ArrayList<>(List.of(ChestFindings.of(text(row, FINDINGS))));
        if (!boxes.isEmpty()) {
            List<ChestBoxes.Box> here = boxes.getOrDefault(text(row, IMAGE), List.of());
            truths.add(ChestFindings.places(text(row, FINDINGS), ChestBoxes.places(here, picture)));
        }
        return new Case(pictures.id(picture), levels -> Pictures.read(picture, levels), truths, columns);
    }

    private static Map<String, String> columns(Map<String, String> row, Map<String, String> splits) {
        Map<String, String> columns = new LinkedHashMap<>();
        COLUMNS.forEach((theirs, ours) -> {
            if (row.containsKey(theirs)) {
                columns.put(ours, theirs.equals("Patient Age") ? decade(text(row, theirs)) : text(row, theirs));
            }
        });
        Optional.ofNullable(splits.get(text(row, IMAGE))).ifPresent(split -> columns.put(Case.SPLIT, split));
        return columns;
    }

    /** "058Y" or "58" as "50-59". */
    private static String decade(String age) {
        String digits = age.replaceAll("\\D", "");
        if (digits.isEmpty() || digits.length() > 3) {
            return "unknown";
        }
        int from = Integer.parseInt(digits) / 10 * 10;
        return from + "-" + (from + 9);
    }

    private Map<String, String> splits() throws IOException {
        Map<String, String> splits = new HashMap<>();
        for (String split : List.of("train_val", "test")) {
            Optional<Path> list = file(options, split + "_list");
            if (list.isPresent()) {
                Files.readAllLines(list.get()).forEach(name -> splits.put(name.strip(), split));
            }
        }
        return splits;
    }

    private static Optional<Path> file(DataSetOptions options, String start) {
        try (Stream<Path> files = Files.walk(options.root(), 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new TandemException(TandemException.Kind.RETRY, "Folder " + options.root() + " cannot be listed", e);
        }
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
