package org.tandem.evaluate.metric;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/** Estimated numbers against true ones: mean errors, and the limits of agreement. Immutable. */
public final class Differences {

    private final double[] truth;
    private final double[] differences;

    private Differences(double[] truth, double[] differences) {
        this.truth = truth;
        this.differences = differences;
    }

    /** Estimate less truth, case by case. */
    public static Differences of(double[] estimated, double[] truth) {
        if (estimated.length != truth.length) {
            throw new IllegalArgumentException(
                    "Differences: got " + estimated.length + " estimates and " + truth.length + " truths");
        }
        double[] differences = new double[truth.length];
        Arrays.setAll(differences, i -> estimated[i] - truth[i]);
        return new Differences(truth.clone(), differences);
    }

    public int n() {
        return differences.length;
    }

    public double difference(int index) {
        return differences[index];
    }

    /** Mean of estimate and truth, against which Bland and Altman draw the difference. */
    public double middle(int index) {
        return truth[index] + differences[index] / 2;
    }

    public double meanAbsoluteError() {
        return Arrays.stream(differences).map(Math::abs).average().orElse(Double.NaN);
    }

    public double meanSquaredError() {
        return Arrays.stream(differences).map(d -> d * d).average().orElse(Double.NaN);
    }

    /** Share of the variance of the truth that is explained; NaN where the truth does not vary. */
    public double determination() {
        double mean = Arrays.stream(truth).average().orElse(Double.NaN);
        double total = Arrays.stream(truth).map(t -> (t - mean) * (t - mean)).sum();
        return total > 0 ? 1 - meanSquaredError() * n() / total : Double.NaN;
    }

    /**
     * Bias and the range in which 95 % of differences lie if they are normally distributed, each with its interval.
     * Bland and Altman, doi:10.1016/S0140-6736(86)90837-8; standard error of a limit s·√(1/n + 1.96²/(2(n−1))), doi:
     * 10.1177/096228029900800204.
     */
    public record Agreement(Estimate bias, Estimate lower, Estimate upper) {}

    /** Undefined of fewer than two cases. */
    public Agreement agreement() {
        int n = n();
        double bias = Arrays.stream(differences).average().orElse(Double.NaN);
        if (n < 2) {
            return new Agreement(new Estimate(bias, Interval.NONE, n), Estimate.undefined(n), Estimate.undefined(n));
        }
        double deviation = Math.sqrt(
                Arrays.stream(differences).map(d -> (d - bias) * (d - bias)).sum() / (n - 1));
        double t = TDistribution.of(n - 1.0).inverseSurvivalProbability(0.025);
        double ofLimit = t * deviation * Math.sqrt(1.0 / n + Proportion.Z * Proportion.Z / (2.0 * (n - 1)));
        return new Agreement(
                around(bias, t * deviation / Math.sqrt(n)),
                around(bias - Proportion.Z * deviation, ofLimit),
                around(bias + Proportion.Z * deviation, ofLimit));
    }

    private Estimate around(double value, double halfWidth) {
        return new Estimate(value, new Interval(value - halfWidth, value + halfWidth), n());
    }
}
