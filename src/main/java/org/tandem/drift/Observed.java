package org.tandem.drift;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tandem.inference.input.Exam;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Reference;
import org.tandem.series.SourceSeries;

/**
 * What one run was shown and said, in numbers by the name of the quantity. Of the input: mean, deviation and
 * percentiles of the values of the series (HU in CT), before the model's own preparation.
 */
public record Observed(Scanner scanner, SortedMap<String, Tally> tallies) {

    private static final double MM3_PER_CM3 = 1000;

    /** Voxels that percentiles are made of, at most: spread evenly, they tell them to about 0.3 % of all voxels. */
    private static final int MOST_SAMPLES = 100_000;

    public Observed {
        tallies = new TreeMap<>(tallies);
    }

    /** Of a series, or of its pictures, each for itself. */
    public static Observed of(SourceSeries source, List<Exam> exams, List<Prediction> predictions) {
        Observed observed = new Observed(Scanner.of(source.header()), new TreeMap<>());
        exams.forEach(exam -> observed.addInput(exam.volume().voxels()));
        for (Prediction prediction : predictions) {
            prediction.outputs().forEach(observed::addOutput);
            observed.add("outside the domain", prediction.warnings().isEmpty() ? 0 : 1);
        }
        return observed;
    }

    private void addInput(float[] voxels) {
        int step = Math.max(1, (voxels.length + MOST_SAMPLES - 1) / MOST_SAMPLES);
        float[] sorted = new float[(voxels.length + step - 1) / step];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = voxels[i * step];
            sum += sorted[i];
            squares += (double) sorted[i] * sorted[i];
        }
        Arrays.sort(sorted);
        double mean = sum / sorted.length;
        add("input mean", mean);
        add("input deviation", Math.sqrt(Math.max(0, squares / sorted.length - mean * mean)));
        for (int percent : List.of(5, 50, 95)) {
            add("input percentile " + percent, sorted[(int) Math.round(percent / 100.0 * (sorted.length - 1))]);
        }
    }

    private void addOutput(OutputPrediction output) {
        if (output instanceof OutputPrediction.Segmentation said) {
            said.segments().forEach(found -> {
                add(Reference.positive(found.segment().label()), found.mask().isEmpty() ? 0 : 1);
                add("volume_cm3 " + found.segment().label(), found.mask().volumeMm3() / MM3_PER_CM3);
            });
        } else if (output instanceof OutputPrediction.Classification said) {
            said.classes().forEach(found -> {
                add(Reference.positive(found.labelled().meaning().label()), found.present() ? 1 : 0);
                add(Reference.probability(found.labelled().meaning().label()), found.probability());
            });
        } else if (output instanceof OutputPrediction.Regression said) {
            said.numbers()
                    .forEach(found ->
                            add(Reference.number(found.quantity().meaning().label()), found.value()));
        } else if (output instanceof OutputPrediction.Detection said) {
            add("places", said.places().size());
            add(
                    "highest probability",
                    said.places().stream()
                            .mapToDouble(PredictedPlace::probability)
                            .max()
                            .orElse(0));
        }
    }

    private void add(String quantity, double value) {
        if (Double.isFinite(value)) {
            tallies.merge(quantity, Tally.of(value), Tally::plus);
        }
    }
}
