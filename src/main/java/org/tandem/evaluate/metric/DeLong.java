package org.tandem.evaluate.metric;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The area under the ROC curve with its variance, and the difference of two areas on the same cases, without assuming a
 * distribution: DeLong et al., doi:10.2307/2531595, by midranks in O(n log n) as Sun and Xu,
 * doi:10.1109/LSP.2014.2337313.
 */
public final class DeLong {

    private static final Interval SHARE = new Interval(0, 1);
    private static final Interval DIFFERENCE = new Interval(-1, 1);

    /**
     * For each positive case the share of negatives below it; for each negative case the share of positives above it.
     */
    private final double[] ofPositives;

    private final double[] ofNegatives;

    private DeLong(Scores scores) {
        double[] positive = scores.of(true);
        double[] negative = scores.of(false);
        double[] all = Arrays.copyOf(positive, scores.size());
        System.arraycopy(negative, 0, all, positive.length, negative.length);
        double[] among = midranks(all);
        double[] amongPositive = midranks(positive);
        double[] amongNegative = midranks(negative);
        this.ofPositives = new double[positive.length];
        this.ofNegatives = new double[negative.length];
        Arrays.setAll(ofPositives, i -> (among[i] - amongPositive[i]) / negative.length);
        Arrays.setAll(ofNegatives, i -> 1 - (among[positive.length + i] - amongNegative[i]) / positive.length);
    }

    /** Two areas compared. p is two-sided; NaN where the two cannot differ. */
    public record Comparison(Estimate difference, double z, double p) {}

    /** The area; undefined where only one kind of case is there, without interval where one kind has a single case. */
    public static Estimate area(Scores scores) {
        if (!scores.hasBoth()) {
            return Estimate.undefined(scores.size());
        }
        DeLong parts = new DeLong(scores);
        double half = Proportion.Z * Math.sqrt(covariance(parts, parts));
        return new Estimate(parts.area(), Interval.around(parts.area(), half, SHARE), scores.size());
    }

    /** The area of the first less that of the second; both must be of the same cases in the same order. */
    public static Comparison compare(Scores first, Scores second) {
        requireSameTruth(first, second);
        if (!first.hasBoth()) {
            return new Comparison(Estimate.undefined(first.size()), Double.NaN, Double.NaN);
        }
        DeLong a = new DeLong(first);
        DeLong b = new DeLong(second);
        double difference = a.area() - b.area();
        double error = Math.sqrt(Math.max(0, covariance(a, a) + covariance(b, b) - 2 * covariance(a, b)));
        double z = error > 0 ? difference / error : Double.NaN;
        double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
        Interval interval = Interval.around(difference, Proportion.Z * error, DIFFERENCE);
        return new Comparison(new Estimate(difference, interval, first.size()), z, p);
    }

    private static void requireSameTruth(Scores first, Scores second) {
        boolean same = first.size() == second.size();
        for (int i = 0; same && i < first.size(); i++) {
            same = first.isPositive(i) == second.isPositive(i);
        }
        if (!same) {
            throw new IllegalArgumentException(
                    "Comparison of areas: got cases with other truths, expected the same cases in the same order");
        }
    }

    private double area() {
        return mean(ofPositives);
    }

    private static double covariance(DeLong a, DeLong b) {
        return covariance(a.ofPositives, b.ofPositives) / a.ofPositives.length
                + covariance(a.ofNegatives, b.ofNegatives) / a.ofNegatives.length;
    }

    /** Of the sample, divided by n - 1; NaN of one. */
    private static double covariance(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Ranks from 1, tied values sharing the mean of theirs. */
    private static double[] midranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
