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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.inference.input.Exam;
import org.tandem.result.read.SegmentationReader;
import org.tandem.series.Reading;
import org.tandem.series.SeriesReader;
import org.tandem.series.SeriesVolume;

/**
 * DICOM series in any folders, with their truth: Segmentations that refer to a series (masks by segments' labels), or
 * an NRRD or NIfTI label map in the folder of a series or one below it; structured reports that do (places by the names
 * of findings). Of a series of several radiographs or photographs each image is a case. A case's id is its Series, or
 * SOP, Instance UID; patients are numbered, their identity is not kept.
 */
final class DicomSeries {

    private final Path root;
    private final Map<Uid, Map<Path, Optional<Uid>>> series = new LinkedHashMap<>();
    private final Map<Uid, DataSet> headers = new HashMap<>();
    private final List<Referring> segmentations = new ArrayList<>();
    private final List<Referring> reports = new ArrayList<>();
    private final Map<String, Integer> patients = new HashMap<>();

    private DicomSeries(Path root) {
        this.root = root;
    }

    static List<Case> read(DataSetOptions options) throws IOException {
        DicomSeries set = new DicomSeries(options.root());
        set.readHeaders();
        List<DicomSubject> subjects = set.series.entrySet().stream()
                .flatMap(
                        one -> DicomSubject.of(
                                one.getKey(), one.getValue(), set.headers.getOrDefault(one.getKey(), DataSet.EMPTY))
                                .stream())
                .toList();
        Map<Uid, Truth> reported = ReportedPlaces.truths(set.places(subjects));
        List<Case> cases = new ArrayList<>();
        for (DicomSubject subject : subjects) {
            set.of(subject, Optional.ofNullable(reported.get(subject.uid()))).ifPresent(cases::add);
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
            segmentations.add(Referring.ofSegmentation(file, header));
        } else if (ReportedPlaces.reads(header)) {
            reports.add(Referring.ofReport(file, header));
        } else if (header.integer(Tag.ROWS).isPresent()) {
            Optional<Uid> picture = header.uid(Tag.SOP_INSTANCE_UID).filter(uid -> SeriesReader.isPicture(header));
            header.uid(Tag.SERIES_INSTANCE_UID).ifPresent(uid -> {
                series.computeIfAbsent(uid, key -> new LinkedHashMap<>()).put(file, picture);
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

    /** What reports mark on each subject; of one that cannot be read nothing is known. */
    private Map<Uid, List<Truth.Place>> places(List<DicomSubject> subjects) {
        Map<Uid, List<Truth.Place>> places = new LinkedHashMap<>();
        for (DicomSubject subject : subjects) {
            List<Path> about = about(subject, reports);
            List<SeriesVolume> parts = about.isEmpty()
                    ? List.of()
                    : SeriesReader.read(subject.files()).parts();
            if (parts.size() == 1) {
                marked(new ReportedPlaces(parts.get(0)), subject, about).ifPresent(of -> places.put(subject.uid(), of));
            }
        }
        return places;
    }

    /** Empty where reports mark nothing here, but places elsewhere: on another of several series that they know. */
    private static Optional<List<Truth.Place>> marked(ReportedPlaces here, DicomSubject subject, List<Path> reports) {
        List<Truth.Place> places = new ArrayList<>();
        boolean known = false;
        for (Path report : reports) {
            List<Truth.Place> of = here.in(report);
            places.addAll(of);
            known |= subject.instance().isPresent() || !of.isEmpty() || !ReportedPlaces.marks(report);
        }
        return known ? Optional.of(places) : Optional.empty();
    }

    private static List<Path> about(DicomSubject subject, List<Referring> objects) {
        return objects.stream()
                .filter(object -> object.isAbout(subject))
                .map(Referring::file)
                .toList();
    }

    private Optional<Case> of(DicomSubject subject, Optional<Truth> reported) throws IOException {
        Optional<Truth> masks = new DrawnMasks(subject, about(subject, segmentations)).truth();
        List<Truth> truths =
                Stream.of(masks, reported).flatMap(Optional::stream).toList();
        return truths.isEmpty()
                ? Optional.empty()
                : Optional.of(new Case(
                        subject.uid().toString(),
                        levels -> images(subject.series(), subject.files()),
                        truths,
                        columns(subject.header())));
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
