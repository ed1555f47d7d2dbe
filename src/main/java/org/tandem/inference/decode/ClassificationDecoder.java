package org.tandem.inference.decode;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.prediction.PredictionSet;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.model.Calibration;
import org.tandem.model.Conformal;
import org.tandem.model.Interval;
import org.tandem.model.LabelledClass;
import org.tandem.model.Output;

/** Probabilities of classes, calibrated, and which of them count as present. */
public record ClassificationDecoder(Output.Classification output) implements Decoder {

    @Override
    public OutputPrediction decode(Answers answers, Answers.Grids grids) {
        List<PredictedClass> classes = classes(answers);
        return new OutputPrediction.Classification(
                classes, output.scoring().conformal().map(conformal -> set(conformal, classes)));
    }

    /** One class alone is there or not: both may be the answer. */
    private PredictionSet set(Conformal conformal, List<PredictedClass> classes) {
        boolean alone = output.scoring().choice() == Output.Choice.MULTI_LABEL;
        return new PredictionSet(
                classes.stream()
                        .filter(said -> conformal.holds(said.probability()))
                        .map(said -> said.labelled().meaning())
                        .toList(),
                alone && conformal.holds(1 - classes.get(0).probability()),
                conformal.level());
    }

    /** Of all slices or windows together. */
    public List<PredictedClass> classes(Answers answers) {
        List<PredictedClass> classes =
                classes(Rows.pooled(answers, output.tensor(), output.scoring().pooling()));
        Optional<double[]> margins = Spread.margins(answers, output.tensor());
        return margins.isEmpty() || !isEachAlone()
                ? classes
                : classes.stream()
                        .map(said -> unsure(said, answers, margins.get()))
                        .toList();
    }

    /** Whether what is said of one class does not hang on what is said of the others. */
    private boolean isEachAlone() {
        return switch (output.scoring().choice()) {
            case MULTI_LABEL -> true;
            case MULTI_CLASS -> output.scoring().calibration() instanceof Calibration.None;
            case ORDINAL -> false;
        };
    }

    /** Of one slice or window. */
    public List<PredictedClass> classesOfRow(Answers answers, int row) {
        return classes(Rows.row(answers, output.tensor(), row));
    }

    private List<PredictedClass> classes(double[] scores) {
        for (double score : scores) {
            Layouts.requireProbability((float) score);
        }
        Output.Scoring scoring = output.scoring();
        double[] calibrated = Calibrating.apply(scoring.calibration(), scores, scoring.choice());
        return scoring.choice() == Output.Choice.ORDINAL ? ordinal(calibrated) : nominal(calibrated);
    }

    private PredictedClass unsure(PredictedClass said, Answers answers, double[] margins) {
        int channel = said.labelled().channel();
        double score = answers.require(output.tensor()).values()[channel];
        double[] ends = {Math.max(0, score - margins[channel]), Math.min(1, score + margins[channel])};
        double[] calibrated = Calibrating.apply(output.scoring().calibration(), ends, Output.Choice.MULTI_LABEL);
        Interval interval = new Interval(calibrated[0], calibrated[1], Spread.LEVEL);
        return new PredictedClass(said.labelled(), said.probability(), said.present(), Optional.of(interval));
    }

    private List<PredictedClass> nominal(double[] probabilities) {
        return output.classes().stream()
                .map(labelled -> {
                    double probability = Rows.at(probabilities, labelled.channel(), output.tensor());
                    boolean present = labelled.operatingPoint()
                            .map(line -> probability >= line.threshold())
                            .orElseGet(() -> largest(probabilities) == labelled.channel());
                    return predicted(labelled, probability, present);
                })
                .toList();
    }

    private static int largest(double[] values) {
        return IntStream.range(0, values.length)
                .reduce((best, i) -> values[i] > values[best] ? i : best)
                .orElse(-1);
    }

    private List<PredictedClass> ordinal(double[] numbers) {
        List<LabelledClass> classes = output.classes();
        double[] distribution = numbers.length == classes.size() - 1 ? distribution(numbers) : numbers;
        if (distribution.length != classes.size()) {
            throw Layouts.refusal("\"" + output.tensor() + "\" of " + numbers.length + " channels, expected "
                    + classes.size() + " probabilities of classes or " + (classes.size() - 1)
                    + " of being beyond a class");
        }
        int median = median(distribution);
        return IntStream.range(0, classes.size())
                .mapToObj(i -> predicted(classes.get(i), distribution[i], i == median))
                .toList();
    }

    /**
     * From P(higher than the first), P(higher than the second) … to probabilities; where they rise, the class has 0.
     */
    private static double[] distribution(double[] beyond) {
        double[] distribution = new double[beyond.length + 1];
        double before = 1;
        for (int i = 0; i < beyond.length; i++) {
            double now = Math.min(before, beyond[i]);
            distribution[i] = before - now;
            before = now;
        }
        distribution[beyond.length] = before;
        return distribution;
    }

    /** The first class up to which at least half of the probability lies. */
    private static int median(double[] distribution) {
        double half = IntStream.range(0, distribution.length)
                        .mapToDouble(i -> distribution[i])
                        .sum()
                / 2;
        double sum = 0;
        for (int i = 0; i < distribution.length; i++) {
            sum += distribution[i];
            if (sum >= half) {
                return i;
            }
        }
        return distribution.length - 1;
    }

    private static PredictedClass predicted(LabelledClass labelled, double probability, boolean present) {
        double inRange = Math.max(0, Math.min(1, probability));
        return new PredictedClass(labelled, inRange, present, Optional.empty());
    }
}
