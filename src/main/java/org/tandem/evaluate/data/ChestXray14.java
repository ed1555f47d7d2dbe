package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;

/**
 * NIH ChestX-ray14 (doi:10.1109/CVPR.2017.369): {@code Data_Entry_2017*.csv} (or {@code --labels}), pictures in any
 * folders, {@code train_val_list.txt}, {@code test_list.txt} and {@code BBox_List_2017*.csv} where they are. Rows whose
 * picture is not there are left out, as subsets are common. Findings stand with {@code |} between them; "No Finding" is
 * none.
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

    private List<Case> read() throws IOException {
        Path table = options.labels()
                .or(() -> file("Data_Entry"))
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.REFUSE,
                        "ChestX-ray14 " + options.root() + ": got no Data_Entry*.csv, expected one or --labels FILE"));
        Map<String, String> splits = splits();
        Map<String, List<ChestBoxes.Box>> boxes = ChestBoxes.read(file("BBox_List"));
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
        Set<String> findings = new HashSet<>(Labels.of(text(row, FINDINGS)));
        findings.remove("No Finding");
        List<Truth> truths = new ArrayList<>(List.of(new Truth.Labels(findings)));
        List<ChestBoxes.Box> here = boxes.getOrDefault(text(row, IMAGE), List.of());
        if (!here.isEmpty()) {
            truths.add(ChestBoxes.places(here, picture));
        }
        return new Case(pictures.id(picture), () -> Pictures.read(picture), truths, columns);
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
            Optional<Path> list = file(split + "_list");
            if (list.isPresent()) {
                Files.readAllLines(list.get()).forEach(name -> splits.put(name.strip(), split));
            }
        }
        return splits;
    }

    private Optional<Path> file(String start) {
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
