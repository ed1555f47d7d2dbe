package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;

/**
 * ISIC challenges (2016 to 2019, doi:10.1038/sdata.2018.161): JPEG in any folders, {@code *GroundTruth.csv} (or
 * {@code --labels}) with a column {@code image} and one of 0 and 1 for each class, and {@code *Metadata.csv} with age,
 * site, sex and lesion, where it is. Rows whose picture is not there are left out.
 */
final class Isic {

    private static final String IMAGE = "image";
    private static final double HALF = 0.5;

    /** What the classes of ISIC 2019 are short for; none of them, {@code UNK}, is not. */
    private static final AlsoCalled CLASSES = new AlsoCalled(Map.of(
            "MEL", "Melanoma",
            "NV", "Melanocytic nevus",
            "BCC", "Basal cell carcinoma",
            "AK", "Actinic keratosis",
            "BKL", "Benign keratosis",
            "DF", "Dermatofibroma",
            "VASC", "Vascular lesion",
            "SCC", "Squamous cell carcinoma"));

    private Isic() {}

    static List<Case> read(DataSetOptions options) throws IOException {
        Path table = options.labels()
                .or(() -> file(options.root(), "GroundTruth.csv"))
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.REFUSE,
                        "ISIC " + options.root() + ": got no *GroundTruth.csv, expected one or --labels FILE"));
        PictureIndex pictures = PictureIndex.of(options.root());
        Map<String, Map<String, String>> metadata = metadata(options.root());
        List<Case> cases = new ArrayList<>();
        for (Map<String, String> row : CsvTable.read(table).require(IMAGE).rows()) {
            String name = row.getOrDefault(IMAGE, "");
            Optional<Path> picture = pictures.find(name);
            if (picture.isPresent()) {
                cases.add(new Case(
                        pictures.id(picture.get()),
                        levels -> Pictures.read(picture.get(), levels),
                        new Truth.Labels(CLASSES.bothNames(present(row, table)), CLASSES.bothNames(known(row))),
                        metadata.getOrDefault(name, Map.of())));
            }
        }
        return cases;
    }

    private static Set<String> known(Map<String, String> row) {
        Set<String> known = new HashSet<>(row.keySet());
        known.remove(IMAGE);
        return known;
    }

    private static Set<String> present(Map<String, String> row, Path table) {
        Set<String> present = new HashSet<>();
        row.forEach((column, value) -> {
            if (!column.equals(IMAGE) && number(value, table) >= HALF) {
                present.add(column);
            }
        });
        return present;
    }

    private static double number(String value, Path table) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "Table " + table + ": got \"" + value + "\", expected 0 or 1", e);
        }
    }

    private static Map<String, Map<String, String>> metadata(Path root) throws IOException {
        Map<String, Map<String, String>> metadata = new HashMap<>();
        Optional<Path> table = file(root, "Metadata.csv");
        if (table.isPresent()) {
            for (Map<String, String> row :
                    CsvTable.read(table.get()).require(IMAGE).rows()) {
                Map<String, String> columns = new HashMap<>(row);
                String name = String.valueOf(columns.remove(IMAGE));
                Optional.ofNullable(columns.remove("lesion_id"))
                        .filter(lesion -> !lesion.isEmpty())
                        .ifPresent(
                                lesion -> columns.put(Case.PATIENT, lesion)); // pictures of one lesion belong together
                metadata.put(name, columns);
            }
        }
        return metadata;
    }

    private static Optional<Path> file(Path root, String end) {
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.filter(file -> file.getFileName().toString().endsWith(end))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new TandemException(TandemException.Kind.RETRY, "Folder " + root + " cannot be listed", e);
        }
    }
}
