package org.tandem.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tandem.dicom.TandemException;
import org.tandem.inference.candidate.Blob;
import org.tandem.inference.candidate.LungNodules;
import org.tandem.inference.decode.ClassificationDecoder;
import org.tandem.inference.input.DomainCheck;
import org.tandem.inference.input.Exam;
import org.tandem.inference.input.Patches;
import org.tandem.inference.input.Prepared;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.inference.prediction.Prediction;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.window.Pass;
import org.tandem.model.Manifest;
import org.tandem.model.OperatingPoint;
import org.tandem.model.Output;
import org.tandem.model.Technique;
import org.tandem.volume.Grid;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * Searches a volume for blobs and lets a network for pictures judge each: every class that it finds present becomes a
 * detection with the box of the blob. A picture that is a patch already is judged as it is.
 *
 * @param single for patches
 * @param pass the network, with all that is around it
 */
record CandidateInferer(Manifest manifest, Technique.Candidates technique, Inferer single, Pass pass)
        implements Inferer {

    /** Slices that are tilted by more than 45° are not axial any more. */
    private static final double LEAST_COSINE = Math.sqrt(0.5);

    /** Marks nearer than this were taken for one nodule by LUNA16 (doi:10.1016/j.media.2017.06.015). */
    private static final double NEAR_MM = 5;

    @Override
    public Prediction infer(Exam exam) {
        Grid grid = exam.volume().grid();
        Patches patches = new Patches(manifest.input(), technique.fieldOfViewMm());
        if (grid.size().z() == 1) {
            requirePatch(patches, grid.size());
            return single.infer(exam);
        }
        requireAxial(grid);
        Technique.Blobs asked = technique.blobs();
        List<Blob> blobs = new LungNodules(asked.smallestMm(), asked.largestMm(), asked.max())
                .in(exam.volume())
                .orElseThrow(() -> refusal("no lung, expected at least 50 cm³ of air in a body"));
        return blobs.isEmpty() ? new Prediction(nothing()) : judged(blobs, exam.volume(), patches);
    }

    private static void requirePatch(Patches patches, Size picture) {
        if (!patches.isOne(picture)) {
            throw refusal("one picture of " + picture.x() + " × " + picture.y() + " pixels, expected several slices, or"
                    + " a patch of about " + patches.pixels().width() + " × "
                    + patches.pixels().height());
        }
    }

    private static void requireAxial(Grid grid) {
        double cosine = Math.abs(grid.axes().z().z());
        if (cosine < LEAST_COSINE) {
            throw refusal(String.format(
                    Locale.ROOT,
                    "slices tilted by %.0f° from axial, expected at most 45°",
                    Math.toDegrees(Math.acos(cosine))));
        }
    }

    private static TandemException refusal(String got) {
        return new TandemException(TandemException.Kind.REFUSE, "Search for candidates: got " + got);
    }

    private List<OutputPrediction> nothing() {
        return manifest.outputs().stream()
                .<OutputPrediction>map(
                        output -> new OutputPrediction.Detection(List.of(), line((Output.Classification) output)))
                .toList();
    }

    private Prediction judged(List<Blob> blobs, Volume volume, Patches patches) {
        Prepared prepared = patches.of(blobs.stream().map(Blob::centre).toList(), volume);
        List<String> warnings = manifest.refinement()
                .domain()
                .map(domain -> new DomainCheck(domain).warnings(prepared))
                .orElse(List.of());
        Answers answers = pass.over(prepared);
        List<OutputPrediction> outputs = manifest.outputs().stream()
                .map(output -> detections((Output.Classification) output, answers, blobs, volume.grid()))
                .toList();
        return new Prediction(outputs, List.of(), warnings);
    }

    private OutputPrediction detections(Output.Classification output, Answers answers, List<Blob> blobs, Grid source) {
        ClassificationDecoder decoder = new ClassificationDecoder(output);
        List<Judged> found = new ArrayList<>();
        for (int i = 0; i < blobs.size(); i++) {
            Blob blob = blobs.get(i);
            decoder.classesOfRow(answers, i).stream()
                    .filter(this::isMarked)
                    .forEach(said -> found.add(new Judged(blob, said)));
        }
        return new OutputPrediction.Detection(
                apart(found).stream().map(one -> one.place(source)).toList(), line(output));
    }

    private boolean isMarked(PredictedClass said) {
        return technique
                .line()
                .map(line -> said.probability() >= line.threshold())
                .orElse(said.present());
    }

    /** Where each class has its own line, the lowest is that of all. */
    private OperatingPoint line(Output.Classification output) {
        return technique.line().orElseGet(() -> output.classes().stream()
                .flatMap(labelled -> labelled.operatingPoint().stream())
                .min(Comparator.comparingDouble(OperatingPoint::threshold))
                .orElse(OperatingPoint.at(0.5)));
    }

    /** Of several that lie within one another, or so near that they are one to the eye, the most probable. */
    private static List<Judged> apart(List<Judged> found) {
        List<Judged> kept = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingDouble((Judged one) -> one.said().probability())
                        .reversed())
                .filter(one -> kept.stream().noneMatch(one::isWithin))
                .forEach(kept::add);
        return kept;
    }

    /** A blob, and one class that the network found present there. */
    private record Judged(Blob blob, PredictedClass said) {

        boolean isWithin(Judged other) {
            double distance = blob.centre().minus(other.blob().centre()).length();
            return said.labelled().equals(other.said().labelled())
                    && distance < Math.max(NEAR_MM, other.blob().diameterMm() / 2);
        }

        PredictedPlace place(Grid source) {
            return new PredictedPlace(said.labelled().meaning(), box(blob, source), said.probability());
        }
    }

    private static Shape box(Blob blob, Grid grid) {
        Vector3 centre = grid.toIndex(blob.centre());
        double radius = blob.diameterMm() / 2;
        Vector3 half = new Vector3(
                radius / grid.spacingMm().x(),
                radius / grid.spacingMm().y(),
                radius / grid.spacingMm().z());
        return new Shape.Box(centre.minus(half), centre.plus(half));
    }
}
