package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;

/**
 * CBIS-DDSM (doi:10.1038/sdata.2017.177): {@code mass_case_description_train_set.csv} and its three like, a row an
 * abnormality, and folders named as the first part of the paths in it; files within them are named otherwise with each
 * download, so that they are told apart by what they hold. A mammogram with any malignant abnormality is malignant; the
 * masks of its abnormalities are one, named {@code mass} or {@code calcification}. Rows without their image are left
 * out.
 */
final class CbisDdsm {

    private static final String IMAGE = "image file path";
    private static final String MASK = "ROI mask file path";
    private static final String TYPE = "abnormality type";
    private static final Map<String, String> COLUMNS = Map.of(
            "patient_id", Case.PATIENT, "image view", "view", "left or right breast", "side", TYPE, "abnormality");

    private final Map<String, Path> folders = new HashMap<>();

    private CbisDdsm() {}

    static List<Path> tables(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.filter(file -> file.getFileName().toString().matches(".*case_description.*\\.csv"))
                    .sorted()
                    .toList();
        }
    }

    static List<Case> read(DataSetOptions options) throws IOException {
        CbisDdsm set = new CbisDdsm();
        try (Stream<Path> all = Files.walk(options.root())) {
            all.filter(Files::isDirectory)
                    .sorted()
                    .forEach(folder -> set.folders.putIfAbsent(String.valueOf(folder.getFileName()), folder));
        }
        List<Case> cases = new ArrayList<>();
        for (Path table : tables(options.root())) {
            Map<String, List<Map<String, String>>> images = new LinkedHashMap<>();
            CsvTable.read(table).require(IMAGE, MASK, TYPE, "pathology").rows().forEach(row -> images.computeIfAbsent(
                            folder(row, IMAGE), name -> new ArrayList<>())
                    .add(row));
            for (Map.Entry<String, List<Map<String, String>>> image : images.entrySet()) {
                set.of(image.getKey(), image.getValue(), table).ifPresent(cases::add);
            }
        }
        return cases;
    }

    /** Empty where the image is not there. */
    private Optional<Case> of(String name, List<Map<String, String>> rows, Path table) throws IOException {
        Optional<Path> file = files(name).stream().findFirst();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        boolean malignant =
                rows.stream().anyMatch(row -> row.getOrDefault("pathology", "").equals("MALIGNANT"));
        Map<String, String> columns = new HashMap<>();
        COLUMNS.forEach((theirs, ours) ->
                Optional.ofNullable(rows.get(0).get(theirs)).ifPresent(value -> columns.put(ours, value)));
        columns.put(Case.SPLIT, table.getFileName().toString().contains("test") ? "test" : "train");
        List<Truth> truths = List.of(
                new Truth.Labels(Set.of(malignant ? "malignant" : "benign"), Set.of("malignant", "benign")),
                new Truth.Masks(grid -> masks(rows, grid)));
        return Optional.of(
                new Case(name, levels -> DicomSeries.images(uid(file.get()), List.of(file.get())), truths, columns));
    }

    private Map<String, Mask> masks(List<Map<String, String>> rows, Grid grid) throws IOException {
        Map<String, BitSet> sets = new TreeMap<>();
        for (Map<String, String> row : rows) {
            BitSet set =
                    sets.computeIfAbsent(row.getOrDefault(TYPE, "").toLowerCase(Locale.ROOT), type -> new BitSet());
            float[] values = DicomSeries.images(uid(mask(row, grid)), List.of(mask(row, grid)))
                    .volume()
                    .voxels();
            for (int i = 0; i < values.length; i++) {
                if (values[i] > 0) {
                    set.set(i);
                }
            }
        }
        Map<String, Mask> masks = new TreeMap<>();
        sets.forEach((type, set) -> masks.put(type, new Mask(grid, set)));
        return masks;
    }

    /** Beside the mask, which is as large as the image, lies the cut-out of the abnormality. */
    private Path mask(Map<String, String> row, Grid grid) throws IOException {
        for (Path file : files(folder(row, MASK))) {
            DataSet header = DicomSeries.header(file).orElse(DataSet.EMPTY);
            if (header.integer(Tag.ROWS).orElse(0) == grid.size().y()
                    && header.integer(Tag.COLUMNS).orElse(0) == grid.size().x()) {
                return file;
            }
        }
        throw new TandemException(
                TandemException.Kind.REFUSE,
                "CBIS-DDSM " + folder(row, MASK) + ": got no mask, expected one of "
                        + grid.size().x() + " x " + grid.size().y() + " pixels as the image");
    }

    private List<Path> files(String folder) throws IOException {
        Path path = folders.get(folder);
        if (path == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> DicomSeries.header(file).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private static Uid uid(Path file) {
        return DicomSeries.header(file).orElse(DataSet.EMPTY).requireUid(Tag.SERIES_INSTANCE_UID);
    }

    /** "Mass-Training_P_00001_LEFT_CC_1" of the path. */
    private static String folder(Map<String, String> row, String column) {
        String path = row.getOrDefault(column, "").replace('\\', '/');
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }
}
