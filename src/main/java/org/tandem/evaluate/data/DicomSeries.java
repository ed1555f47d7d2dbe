package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.inference.Exam;
import org.tandem.result.read.ReadSegmentation;
import org.tandem.result.read.SegmentationReader;
import org.tandem.series.Reading;
import org.tandem.series.SeriesReader;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;

/**
 * DICOM series in any folders, with their truth: Segmentations that refer to a series (masks by segments' labels), or
 * an NRRD or NIfTI label map in the folder of a series or one below it; structured reports that do (places by the names
 * of findings). A case's id is its Series Instance UID; patients are numbered, their identity is not kept.
 */
final class DicomSeries {

    private final Path root;
    private final Map<Uid, List<Path>> series = new LinkedHashMap<>();
    private final Map<Uid, DataSet> headers = new HashMap<>();
    private final Map<Uid, List<Path>> segmentations = new HashMap<>();
    private final Map<Uid, List<Path>> reports = new LinkedHashMap<>();
    private final Map<String, Integer> patients = new HashMap<>();

    private DicomSeries(Path root) {
        this.root = root;
    }

    static List<Case> read(DataSetOptions options) throws IOException {
        DicomSeries set = new DicomSeries(options.root());
        set.readHeaders();
        Map<Uid, Truth> reported = ReportedPlaces.truths(set.places());
        List<Case> cases = new ArrayList<>();
        for (Uid uid : set.series.keySet()) {
            set.of(uid, Optional.ofNullable(reported.get(uid))).ifPresent(cases::add);
        }
        return cases;
    }

    /** Whether the first file of a folder that could be DICOM is. */
    static boolean fits(DataSetOptions options) throws IOException {
        if (!Files.isDirectory(options.root())) {
            return false;
        }
        try (Stream<Path> files = Files.walk(options.root())) {
            return files.filter(file -> file.toString().endsWith(".dcm")
                            || !file.getFileName().toString().contains("."))
                    .filter(Files::isRegularFile)
                    .limit(1)
                    .anyMatch(file -> header(file).isPresent());
        }
    }

    private void readHeaders() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !VolumePairs.isVolume(file))
                    .sorted()
                    .forEach(file -> header(file).ifPresent(header -> add(file, header)));
        }
    }

    private void add(Path file, DataSet header) {
        if (SegmentationReader.reads(header)) {
            header.items(Tag.REFERENCED_SERIES_SEQUENCE).stream()
                    .flatMap(item -> item.uid(Tag.SERIES_INSTANCE_UID).stream())
                    .forEach(uid -> segmentations
                            .computeIfAbsent(uid, key -> new ArrayList<>())
                            .add(file));
        } else if (ReportedPlaces.reads(header)) {
            ReportedPlaces.series(header).forEach(uid -> reports.computeIfAbsent(uid, key -> new ArrayList<>())
                    .add(file));
        } else if (header.integer(Tag.ROWS).isPresent()) {
            header.uid(Tag.SERIES_INSTANCE_UID).ifPresent(uid -> {
                series.computeIfAbsent(uid, key -> new ArrayList<>()).add(file);
                headers.putIfAbsent(uid, header);
            });
        }
    }

    static Optional<DataSet> header(Path file) {
        try {
            return Optional.of(DicomFileReader.readHeader(file).dataSet());
        } catch (TandemException e) {
            return Optional.empty(); // another file, such as a table beside the images
        }
    }

    /** What reports mark on series; of a series that cannot be read nothing is known. */
    private Map<Uid, List<Truth.Place>> places() {
        Map<Uid, List<Truth.Place>> places = new LinkedHashMap<>();
        reports.forEach((uid, files) -> {
            List<SeriesVolume> parts =
                    SeriesReader.read(series.getOrDefault(uid, List.of())).parts();
            if (parts.size() == 1) {
                places.put(uid, new ReportedPlaces(parts.get(0)).in(files));
            }
        });
        return places;
    }

    private Optional<Case> of(Uid uid, Optional<Truth> reported) throws IOException {
        List<Path> files = series.getOrDefault(uid, List.of());
        Optional<Truth> masks = segmentations.containsKey(uid)
                ? Optional.of(new Truth.Masks(grid -> masks(segmentations.getOrDefault(uid, List.of()), grid)))
                : labelMap(files.get(0));
        List<Truth> truths =
                Stream.of(masks, reported).flatMap(Optional::stream).toList();
        DataSet header = headers.getOrDefault(uid, DataSet.EMPTY);
        return truths.isEmpty()
                ? Optional.empty()
                : Optional.of(new Case(uid.toString(), levels -> images(uid, files), truths, columns(header)));
    }

    static Exam images(Uid uid, List<Path> files) {
        Reading reading = SeriesReader.read(files);
        if (reading.parts().size() == 1) {
            SeriesVolume only = reading.parts().get(0);
            Exam.Display display = new Exam.Display(only.side(), only::brightness);
            return new Exam(only.volume(), only.colour(), Map.of(), display);
        }
        String reasons = reading instanceof Reading.Refused refused
                ? refused.refusals().stream().map(Object::toString).collect(Collectors.joining("; "))
                : "got " + reading.parts().size() + " pictures, expected a volume or one picture";
        throw new TandemException(TandemException.Kind.REFUSE, "Series " + uid + ": " + reasons);
    }

    private static Map<String, Mask> masks(List<Path> files, Grid grid) {
        Map<String, Mask> masks = new TreeMap<>();
        for (Path file : files) {
            ReadSegmentation segmentation = SegmentationReader.read(DicomFileReader.read(file));
            Map<Integer, Mask> byNumber = segmentation.masksOn(grid);
            segmentation
                    .foreground()
                    .forEach(segment -> masks.put(
                            segment.label(),
                            byNumber.getOrDefault(segment.number(), new Mask(grid, new java.util.BitSet()))));
        }
        return masks;
    }

    private static Optional<Truth> labelMap(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image.resolveSibling("."), 2)) {
            return files.filter(VolumePairs::isVolume).sorted().findFirst().map(file -> {
                String name = String.valueOf(file.getFileName());
                return new Truth.Masks(
                        grid -> LabelMap.masks(LabelMap.requireSamePlace(VolumePairs.volume(file), grid, name), name));
            });
        }
    }

    private Map<String, String> columns(DataSet header) {
        Map<String, String> columns = new HashMap<>(scanner(header));
        put(columns, "sex", header.string(Tag.PATIENT_SEX));
        header.string(Tag.PATIENT_ID)
                .ifPresent(id -> columns.put(
                        Case.PATIENT, "patient " + patients.computeIfAbsent(id, key -> patients.size() + 1)));
        return columns;
    }

    /** What made the images. */
    static Map<String, String> scanner(DataSet header) {
        Map<String, String> columns = new HashMap<>();
        put(columns, "modality", header.string(Tag.MODALITY));
        put(columns, "manufacturer", header.string(Tag.MANUFACTURER));
        put(columns, "scanner", header.string(Tag.MANUFACTURER_MODEL_NAME));
        put(columns, "kernel", header.string(Tag.CONVOLUTION_KERNEL));
        return columns;
    }

    private static void put(Map<String, String> columns, String name, Optional<String> value) {
        value.filter(text -> !text.isBlank()).ifPresent(text -> columns.put(name, text.strip()));
    }
}
