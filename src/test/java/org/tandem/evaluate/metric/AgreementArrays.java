package org.tandem.evaluate.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** The fixed arrays, what the judges say of them, and what our measures say. */
record AgreementArrays(JsonNode content) {

    static final Path FILE =
            Path.of("src", "test", "resources", "org", "tandem", "evaluate", "metric", "metric-agreement.json");

    static AgreementArrays read() throws IOException {
        return new AgreementArrays(new ObjectMapper().readTree(FILE.toFile()));
    }

    JsonNode values() {
        return content.get("values");
    }

    String version(String judge) {
        return content.get("versions").path(judge).asText("");
    }

    /** Our value of what a judge measured. */
    double ours(JsonNode value) {
        String kind = value.get("kind").asText();
        JsonNode arrays = content.get("arrays").get(kind).get(value.get("on").asText());
        String measure = value.get("measure").asText();
        return switch (kind) {
            case "binary" -> binary(arrays, measure);
            case "classes" -> classes(arrays, measure);
            case "numbers" -> numbers(arrays, measure);
            case "masks" -> masks(arrays, measure);
            case "froc" -> froc(arrays, measure);
            default -> throw new IllegalArgumentException("Arrays of kind " + kind);
        };
    }

    private static double binary(JsonNode arrays, String measure) {
        Scores scores = scores(arrays, "scores");
        Confusion at = Confusion.of(scores, 0.5);
        Reliability reliability = Reliability.of(scores, 10);
        return switch (measure) {
            case "auc" -> RocCurve.of(scores).area();
            case "auc, DeLong, low" -> DeLong.area(scores).interval().low();
            case "auc, DeLong, high" -> DeLong.area(scores).interval().high();
            case "auc, bootstrap, low" -> bootstrapped(scores).low();
            case "auc, bootstrap, high" -> bootstrapped(scores).high();
            case "difference of AUC, DeLong, z" ->
                DeLong.compare(scores, scores(arrays, "other")).z();
            case "difference of AUC, DeLong, p" ->
                DeLong.compare(scores, scores(arrays, "other")).p();
            case "average precision" -> PrecisionRecall.of(scores).averagePrecision();
            case "accuracy" -> at.accuracy().value();
            case "sensitivity" -> at.sensitivity().value();
            case "sensitivity, Wilson, low" -> at.sensitivity().interval().low();
            case "sensitivity, Wilson, high" -> at.sensitivity().interval().high();
            case "specificity" -> at.specificity().value();
            case "PPV" -> at.positivePredictiveValue().value();
            case "NPV" -> at.negativePredictiveValue().value();
            case "F1" -> at.f1().value();
            case "Brier" -> reliability.brier();
            case "ECE, 10 bins" -> reliability.expectedError();
            case "largest calibration error" -> reliability.maximumError();
            case "threshold by Youden" ->
                new ThresholdRule.Youden().choose(scores).orElseThrow();
            default -> throw new IllegalArgumentException(measure);
        };
    }

    private static Interval bootstrapped(Scores scores) {
        return Bootstrap.ofCases(scores.size(), 2000, 1)
                .interval(chosen -> RocCurve.of(scores.select(chosen)).area());
    }

    private static double classes(JsonNode arrays, String measure) {
        ConfusionMatrix matrix = ConfusionMatrix.of(
                integers(arrays.get("truth")),
                integers(arrays.get("said")),
                arrays.get("classes").asInt());
        return switch (measure) {
            case "accuracy", "F1, micro" -> matrix.accuracy().value();
            case "balanced accuracy" -> matrix.balancedAccuracy();
            case "F1, macro" -> matrix.macro(one -> one.f1().value());
            case "PPV, macro" ->
                matrix.macro(one -> one.positivePredictiveValue().value());
            case "kappa, quadratic" -> matrix.quadraticKappa();
            case "F1, class 2" -> matrix.against(2).f1().value();
            default -> throw new IllegalArgumentException(measure);
        };
    }

    private static double numbers(JsonNode arrays, String measure) {
        Differences differences = Differences.of(doubles(arrays.get("estimated")), doubles(arrays.get("truth")));
        Differences.Agreement agreement = differences.agreement();
        return switch (measure) {
            case "MSE" -> differences.meanSquaredError();
            case "MAE" -> differences.meanAbsoluteError();
            case "R2" -> differences.determination();
            case "bias, low" -> agreement.bias().interval().low();
            case "lower limit of agreement" -> agreement.lower().value();
            case "upper limit of agreement, high" ->
                agreement.upper().interval().high();
            default -> throw new IllegalArgumentException(measure);
        };
    }

    private static double masks(JsonNode arrays, String measure) {
        Mask predicted = mask(arrays, "predicted");
        Mask reference = mask(arrays, "reference");
        SurfaceDistance distance = SurfaceDistance.between(predicted, reference);
        return switch (measure) {
            case "Dice" -> Overlap.of(predicted, reference).dice();
            case "IoU" -> Overlap.of(predicted, reference).jaccard();
            case "Hausdorff, mm" -> distance.hausdorffMm();
            case "Hausdorff 95, mm" -> distance.hausdorff95Mm();
            case "mean surface distance, mm" -> distance.meanMm();
            default -> throw new IllegalArgumentException(measure);
        };
    }

    private static double froc(JsonNode arrays, String measure) {
        List<Froc.Image> images = new ArrayList<>();
        for (JsonNode image : arrays.get("images")) {
            List<Froc.Mark> marks = new ArrayList<>();
            image.get("marks")
                    .forEach(mark -> marks.add(
                            new Froc.Mark(mark.get(0).asDouble(), mark.get(1).asInt())));
            images.add(new Froc.Image(marks, image.get("places").asInt()));
        }
        Froc froc = Froc.of(images);
        return measure.startsWith("sensitivity at ")
                ? froc.sensitivityAt(Double.parseDouble(measure.replaceAll("[^0-9.]", "")))
                : froc.competitionMetric();
    }

    private static Mask mask(JsonNode arrays, String name) {
        double[] shape = doubles(arrays.get("shape_zyx"));
        double[] spacing = doubles(arrays.get("spacing_zyx_mm"));
        BitSet voxels = new BitSet();
        arrays.get(name)
                .forEach(run -> voxels.set(
                        run.get(0).asInt(), run.get(0).asInt() + run.get(1).asInt()));
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
        return new Mask(
                new Grid(
                        new Size((int) shape[2], (int) shape[1], (int) shape[0]),
                        axes,
                        new Vector3(spacing[2], spacing[1], spacing[0]),
                        new Vector3(0, 0, 0)),
                voxels);
    }

    private static Scores scores(JsonNode arrays, String name) {
        int[] truth = integers(arrays.get("truth"));
        boolean[] positive = new boolean[truth.length];
        IntStream.range(0, truth.length).forEach(i -> positive[i] = truth[i] == 1);
        return Scores.of(doubles(arrays.get(name)), positive);
    }

    private static double[] doubles(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }

    private static int[] integers(JsonNode array) {
        return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }
}
