package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.volume.Vector3;

/**
 * LIDC-IDRI (doi:10.1118/1.3528204): a folder a patient, study and series with the CT in DICOM, and beside its slices
 * an XML of what four readers marked. Truth are the nodules on which enough of them agree ({@link LidcConsensus}).
 */
final class LidcIdri {

    private static final Pattern PATIENT = Pattern.compile("LIDC-IDRI-\\d+");

    private final DataSetOptions options;

    private LidcIdri(DataSetOptions options) {
        this.options = options;
    }

    /** A slice of a CT. */
    private record Slice(Path file, DataSet header) {

        Uid instance() {
            return header.requireUid(Tag.SOP_INSTANCE_UID);
        }

        /** Along the normal of the slices, as {@code VolumeReader} sorts them. */
        double height() {
            double[] axes = header.decimals(Tag.IMAGE_ORIENTATION_PATIENT);
            double[] at = header.decimals(Tag.IMAGE_POSITION_PATIENT);
            if (axes.length < 6 || at.length < 3) {
                throw new TandemException(
                        TandemException.Kind.REFUSE,
                        "LIDC-IDRI, instance " + instance()
                                + ": got no place in the patient, expected that of a slice");
            }
            Vector3 normal = new Vector3(axes[0], axes[1], axes[2]).cross(new Vector3(axes[3], axes[4], axes[5]));
            return normal.dot(new Vector3(at[0], at[1], at[2]));
        }
    }

    /** Whether the readings of a CT lie in it. */
    static boolean fits(DataSetOptions options) throws IOException {
        if (!Files.isDirectory(options.root())) {
            return false;
        }
        return !readings(options.root()).isEmpty();
    }

    static List<Case> read(DataSetOptions options) throws IOException {
        LidcIdri set = new LidcIdri(options);
        List<Case> cases = new ArrayList<>();
        for (Path file : readings(options.root())) {
            set.of(LidcReading.read(file), file).ifPresent(cases::add);
        }
        return cases;
    }

    private static List<Path> readings(Path root) throws IOException {
        List<Path> readings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                if (LidcReading.isOne(file)) {
                    readings.add(file);
                }
            }
        }
        return readings;
    }

    /** Empty where the CT is not there, as in subsets. */
    private Optional<Case> of(LidcReading reading, Path file) throws IOException {
        List<Slice> slices = slices(file.toAbsolutePath().resolveSibling("."), reading.series());
        if (slices.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> numbers = new HashMap<>();
        slices.forEach(slice -> numbers.put(slice.instance().toString(), numbers.size()));
        Truth truth = new LidcConsensus(options.readers()).of(reading, numbers);
        Uid series = slices.get(0).header().requireUid(Tag.SERIES_INSTANCE_UID);
        List<Path> files = slices.stream().map(Slice::file).toList();
        Map<String, String> columns =
                new HashMap<>(DicomSeries.scanner(slices.get(0).header()));
        Matcher patient = PATIENT.matcher(options.root().relativize(file).toString());
        if (patient.find()) {
            columns.put(Case.PATIENT, patient.group());
        }
        return Optional.of(
                new Case(series.toString(), levels -> DicomSeries.images(series, files), List.of(truth), columns));
    }

    private static List<Slice> slices(Path folder, String series) throws IOException {
        List<Slice> slices = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                DicomSeries.header(file)
                        .filter(header -> header.uid(Tag.SERIES_INSTANCE_UID)
                                .filter(uid -> uid.toString().equals(series))
                                .isPresent())
                        .ifPresent(header -> slices.add(new Slice(file, header)));
            }
        }
        slices.sort(Comparator.comparingDouble(Slice::height));
        return slices;
    }
}
