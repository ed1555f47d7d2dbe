package org.tandem.inference.decode;

import java.util.Arrays;
import java.util.List;
import org.tandem.model.Calibration;
import org.tandem.model.Output;

/** Makes of what a network calls probabilities shares of cases. */
final class Calibrating {

    private Calibrating() {}

    static double[] apply(Calibration calibration, double[] scores, Output.Choice choice) {
        if (calibration instanceof Calibration.Temperature temperature) {
            return choice == Output.Choice.MULTI_CLASS
                    ? together(scores, temperature.temperature())
                    : Arrays.stream(scores)
                            .map(score -> alone(score, temperature.temperature()))
                            .toArray();
        }
        if (calibration instanceof Calibration.Isotonic isotonic) {
            return Arrays.stream(scores)
                    .map(score -> onCurve(score, isotonic.points()))
                    .toArray();
        }
        return scores;
    }

    /** 1 / (1 + e^(−logit / T)), without the logit, which has no end at 0 and 1. */
    private static double alone(double probability, double temperature) {
        double with = Math.pow(Math.max(0, probability), 1 / temperature);
        double without = Math.pow(Math.max(0, 1 - probability), 1 / temperature);
        return with / (with + without);
    }

    /** Softmax of logits over T: each probability to the power of 1/T, over the sum of all. */
    private static double[] together(double[] probabilities, double temperature) {
        double[] powers = Arrays.stream(probabilities)
                .map(p -> Math.pow(Math.max(0, p), 1 / temperature))
                .toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private static double onCurve(double said, List<Calibration.Point> points) {
        Calibration.Point before = points.get(0);
        if (said <= before.said()) {
            return before.share();
        }
        for (Calibration.Point point : points) {
            if (said <= point.said()) {
                double along = (said - before.said()) / Math.max(Double.MIN_NORMAL, point.said() - before.said());
                return before.share() + along * (point.share() - before.share());
            }
            before = point;
        }
        return before.share();
    }
}
