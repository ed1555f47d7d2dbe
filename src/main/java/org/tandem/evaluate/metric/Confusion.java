package org.tandem.evaluate.metric;

/**
 * How decisions on one class fell out, and what follows from the four counts (Altman and Bland,
 * doi:10.1136/bmj.308.6943.1552, doi:10.1136/bmj.309.6947.102). Shares have Wilson's interval.
 */
public record Confusion(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

    /** Decides by a threshold: found where the score is at least so high. */
    public static Confusion of(Scores scores, double threshold) {
        long truePositives = 0;
        long falsePositives = 0;
        for (int i = 0; i < scores.size(); i++) {
            boolean found = scores.score(i) >= threshold;
            truePositives += found && scores.isPositive(i) ? 1 : 0;
            falsePositives += found && !scores.isPositive(i) ? 1 : 0;
        }
        return new Confusion(
                truePositives, falsePositives, scores.negatives() - falsePositives, scores.positives() - truePositives);
    }

    /** Counts of several classes or groups together. */
    public Confusion plus(Confusion other) {
        return new Confusion(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                trueNegatives + other.trueNegatives,
                falseNegatives + other.falseNegatives);
    }

    public long n() {
        return truePositives + falsePositives + trueNegatives + falseNegatives;
    }

    public Estimate accuracy() {
        return Proportion.of(truePositives + trueNegatives, n());
    }

    /** Of those that have it, the share that was found; recall. */
    public Estimate sensitivity() {
        return Proportion.of(truePositives, truePositives + falseNegatives);
    }

    /** Of those that do not have it, the share that was not found. */
    public Estimate specificity() {
        return Proportion.of(trueNegatives, trueNegatives + falsePositives);
    }

    /** Of those found, the share that has it; precision. Holds for the share of positives among these cases only. */
    public Estimate positivePredictiveValue() {
        return Proportion.of(truePositives, truePositives + falsePositives);
    }

    /** Of those not found, the share that does not have it. */
    public Estimate negativePredictiveValue() {
        return Proportion.of(trueNegatives, trueNegatives + falseNegatives);
    }

    /**
     * The harmonic mean of sensitivity and positive predictive value. It is 2s/(1+s) of the share s = TP/(TP+FP+FN),
     * which rises with s, so the ends of s's interval give its own. doi:10.2307/1932409.
     */
    public Estimate f1() {
        Estimate share = Proportion.of(truePositives, truePositives + falsePositives + falseNegatives);
        return new Estimate(
                harmonic(share.value()),
                new Interval(
                        harmonic(share.interval().low()),
                        harmonic(share.interval().high())),
                share.n());
    }

    /** Sensitivity plus specificity less 1. doi:10.1002/1097-0142(1950)3:1&lt;32::AID-CNCR2820030106&gt;3.0.CO;2-3. */
    public double youden() {
        return sensitivity().value() + specificity().value() - 1;
    }

    private static double harmonic(double share) {
        return 2 * share / (1 + share);
    }
}
