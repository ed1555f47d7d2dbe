package org.tandem.evaluate.metric;

import java.util.Arrays;

/**
 * What a model said of cases, a number each that is higher the surer it was, and whether each truly has the class. A
 * case counts as found where its score is at least a threshold. Immutable; arrays are copied in.
 */
public final class Scores {

    private final double[] scores;
    private final boolean[] positive;
    private final int positives;

    private Scores(double[] scores, boolean[] positive) {
        this.scores = scores;
        this.positive = positive;
        int count = 0;
        for (boolean one : positive) {
            count += one ? 1 : 0;
        }
        this.positives = count;
    }

    /** Refuses arrays of different length and scores that are not numbers. */
    public static Scores of(double[] scores, boolean[] positive) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(
                    "Scores: got " + scores.length + " scores and " + positive.length + " truths, expected as many");
        }
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException(
                        "Scores: got " + scores[i] + " for case " + i + ", expected a finite number");
            }
        }
        return new Scores(scores.clone(), positive.clone());
    }

    public int size() {
        return scores.length;
    }

    public double score(int index) {
        return scores[index];
    }

    public boolean isPositive(int index) {
        return positive[index];
    }

    public int positives() {
        return positives;
    }

    public int negatives() {
        return scores.length - positives;
    }

    /** Whether there is something to tell apart. */
    public boolean hasBoth() {
        return positives > 0 && negatives() > 0;
    }

    /** These cases, in this order; one may come several times. */
    public Scores select(int... indices) {
        double[] chosen = new double[indices.length];
        boolean[] truths = new boolean[indices.length];
        for (int i = 0; i < indices.length; i++) {
            chosen[i] = scores[indices[i]];
            truths[i] = positive[indices[i]];
        }
        return new Scores(chosen, truths);
    }

    /** The scores of those that have the class, or of those that do not, in the order of the cases. */
    double[] of(boolean having) {
        double[] some = new double[having ? positives : negatives()];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positive[i] == having) {
                some[count++] = scores[i];
            }
        }
        return some;
    }

    /** Counts at every score that occurs, the highest first; tied cases come together. */
    void descending(Step step) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
        int truePositives = 0;
        for (int i = 0; i < order.length; i++) {
            truePositives += positive[order[i]] ? 1 : 0;
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                step.at(scores[order[i]], truePositives, i + 1 - truePositives);
            }
        }
    }

    /** What counts as found at a threshold. */
    @FunctionalInterface
    interface Step {
        void at(double threshold, int truePositives, int falsePositives);
    }
}
