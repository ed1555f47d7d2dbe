package org.tandem.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.tandem.dicom.Code;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.AnatomicSite;
import org.tandem.model.Interval;
import org.tandem.model.Manifest;
import org.tandem.model.Meaning;
import org.tandem.model.Measurement;
import org.tandem.model.OperatingPoint;
import org.tandem.model.Segment;
import org.tandem.result.finding.ClassificationFindings;
import org.tandem.result.finding.ClassificationFindings.Score;
import org.tandem.result.finding.DetectionFindings;
import org.tandem.result.finding.DetectionFindings.Detection;
import org.tandem.result.finding.MapFindings;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.result.finding.MapFindings.Purpose;
import org.tandem.result.finding.OutputFindings;
import org.tandem.result.finding.RegressionFindings;
import org.tandem.result.finding.RegressionFindings.Estimate;
import org.tandem.result.finding.SegmentationFindings;
import org.tandem.series.Reading;
import org.tandem.series.SeriesReader;
import org.tandem.series.SeriesVolume;
import org.tandem.series.VolumeReader;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;
import org.tandem.work.ExamReader;
import org.tandem.work.FourSequences;
import org.tandem.work.StudyInput;

/**
 * A real source of one kind, and findings that lie on it: what is brighter than the middle of its range, parted into
 * two halves that do not overlap, and a third segment that is not there.
 */
final class MatrixSource {

    private static final Code CATEGORY = new Code("91723000", "SCT", "Anatomical Structure");
    private static final Code TYPE = new Code("113343008", "SCT", "Organ");
    private static final Code LEFT = new Code("7771000", "SCT", "Left");
    private static final Code RIGHT = new Code("24028007", "SCT", "Right");
    private static final Code FUNCTION = new Code("246464006", "SCT", "Function");
    private static final Meaning NODULE = Meaning.of(
            "Nodule",
            new Code("49755003", "SCT", "Morphologically Abnormal Structure"),
            new Code("27925004", "SCT", "Nodule"));
    private static final Code BODY = new Code("38266002", "SCT", "Entire body");

    private final String name;
    private final SeriesVolume series;
    private final ResultInput input;

    private MatrixSource(String name, SeriesVolume series) {
        this.name = name;
        this.series = series;
        this.input = new ResultInput(series, Phantom.MODEL, findings(), Phantom.PRODUCTION);
    }

    String name() {
        return name;
    }

    SeriesVolume series() {
        return series;
    }

    /** The same each time. */
    ResultInput input() {
        return input;
    }

    @Override
    public String toString() {
        return name;
    }

    /** All of them. */
    static List<MatrixSource> all() throws IOException {
        return List.of(
                volume("CT", "ct-sphere"),
                volume("CT, oblique", "ct-sphere-oblique"),
                volume("MR", "colin27-t1"),
                fourSeries(),
                volume("enhanced MR", "mr-enhanced"),
                volume("enhanced CT", "ct-multiframe"),
                volume("PET", "pet-small"),
                picture("CR", "cr-hand/IM0001.dcm"),
                picture("DX", "dx-chest/IM0001.dcm"),
                picture("MG", "mg-breast/LMLO.dcm"),
                picture("VL, RGB", "vl-skin/native.dcm"),
                picture("VL, JPEG", "vl-skin/jpeg.dcm"));
    }

    /** One of four sequences that were looked at together. */
    static MatrixSource fourSeries() throws IOException {
        Path folder = Files.createTempDirectory("four-series");
        try {
            List<List<Path>> study = FourSequences.ALL.stream()
                    .map(new FourSequences(folder)::write)
                    .toList();
            Manifest manifest = FourSequences.manifest();
            ExamReader.ReadExams read =
                    new ExamReader(manifest).read(StudyInput.of(manifest, study).get(0));
            return new MatrixSource("MR, four series", read.parts().get(0));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static MatrixSource picture(String name, String file) {
        Reading reading = SeriesReader.read(List.of(Path.of("test-dicom", file)));
        return new MatrixSource(name, ((Reading.Pictures) reading).pictures().get(0));
    }

    /** Whether judges that place things in the patient can say anything of it. */
    boolean inPatient() {
        return series.source().inPatient().isPresent();
    }

    private static MatrixSource volume(String name, String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-dicom", folder))) {
            List<Path> instances =
                    files.filter(file -> file.toString().endsWith(".dcm")).toList();
            return new MatrixSource(name, ((Reading.Read) VolumeReader.read(instances)).series());
        }
    }

    private List<OutputFindings> findings() {
        List<OutputFindings> findings = new ArrayList<>();
        findings.add(new SegmentationFindings(
                List.of(
                        segment(0, "Left half", LEFT, x -> x < middle()),
                        segment(1, "Right half", RIGHT, x -> x >= middle()),
                        segment(2, "Nothing", LEFT, x -> false)),
                List.of(Measurement.values())));
        findings.add(detections());
        findings.add(classes());
        findings.add(explanations());
        Meaning quantity = Meaning.of("Age", FUNCTION, new Code("397669002", "SCT", "Age"));
        findings.add(new RegressionFindings(List.of(
                new Estimate(quantity, 54.5, new Code("a", "UCUM", "year"), Optional.of(new Interval(50, 60, 0.95))))));
        return findings;
    }

    /** A box of five slices, or of one, a point, and something that is nowhere. */
    private DetectionFindings detections() {
        Size size = series.volume().grid().size();
        Vector3 middle =
                new Vector3(Math.floorDiv(size.x(), 2), Math.floorDiv(size.y(), 2), Math.floorDiv(size.z(), 2));
        double half = size.z() == 1 ? 0.5 : 2;
        Vector3 reach = new Vector3(3.5, 5.25, half);
        return new DetectionFindings(
                List.of(NODULE, Meaning.of("Cyst", CATEGORY, new Code("103552005", "SCT", "Cyst"))),
                List.of(
                        new Detection(NODULE, new Shape.Box(middle.minus(reach), middle.plus(reach)), 0.875),
                        new Detection(NODULE, new Shape.Point(middle), 0.5)),
                new OperatingPoint(0.5, Optional.of(0.91), Optional.empty(), "nothing, made up"));
    }

    /** Two maps, one of them of the nodules only, with numbers on either side of 0 to 1. */
    private MapFindings explanations() {
        Volume brightness = probability(x -> true);
        float[] unsure = new float[brightness.voxels().length];
        for (int i = 0; i < unsure.length; i++) {
            unsure[i] = 1.5f * brightness.voxels()[i] - 0.1f;
        }
        return new MapFindings(List.of(
                new ExplanationMap(Purpose.SALIENCY, "Saliency of nodules", brightness, Optional.of(NODULE)),
                new ExplanationMap(Purpose.UNCERTAINTY, "Entropy", new Volume(brightness.grid(), unsure))));
    }

    private static ClassificationFindings classes() {
        Meaning pneumothorax = Meaning.of("Pneumothorax", CATEGORY, new Code("36118008", "SCT", "Pneumothorax"));
        Meaning effusion = Meaning.of("Effusion", CATEGORY, new Code("60046008", "SCT", "Pleural effusion"));
        return new ClassificationFindings(List.of(
                new Score(pneumothorax, 0.912, Optional.of(new Interval(0.88, 0.94, 0.95)), OperatingPoint.at(0.5)),
                new Score(effusion, 0.45, Optional.of(new Interval(0.3, 0.6, 0.95)), OperatingPoint.at(0.5)),
                new Score(effusion, 0.03, Optional.empty(), OperatingPoint.at(0.5))));
    }

    private int middle() {
        return series.volume().grid().size().x() / 2;
    }

    private PredictedSegment segment(int channel, String label, Code side, IntPredicate half) {
        Meaning meaning =
                new Meaning(label, CATEGORY, TYPE, List.of(side), Optional.of(new AnatomicSite(BODY, List.of(side))));
        Volume probability = probability(half);
        BitSet voxels = new BitSet();
        for (int i = 0; i < probability.voxels().length; i++) {
            voxels.set(i, probability.voxels()[i] >= 0.5f);
        }
        Grid grid = probability.grid();
        return new PredictedSegment(
                new Segment(channel, meaning), new Mask(grid, voxels), Optional.of(() -> probability));
    }

    /** Brightness on 0 to 1, in one half. */
    private Volume probability(IntPredicate half) {
        float[] values = series.volume().voxels();
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        int columns = series.volume().grid().size().x();
        float[] probability = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            probability[i] = half.test(i % columns) ? (values[i] - low) / (high - low) : 0;
        }
        return new Volume(series.volume().grid(), probability);
    }
}
