package org.tandem.evaluate.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what was called 70 % sure is true in 70 of 100 cases: the reliability curve (Murphy and Winkler,
 * doi:10.2307/2346866) in bins of equal width. Scores must be probabilities.
 *
 * @param bins those that hold a case, ascending
 * @param brier mean square of probability less truth. doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2
 */
public record Reliability(List<Bin> bins, double brier) {

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * One bin.
     *
     * @param predicted mean probability of its cases
     * @param observed share of its cases that have the class
     */
    public record Bin(double predicted, Estimate observed) {}

    /** Bins hold their lower edge; the last holds 1 too. Refuses scores that are no probabilities. */
    public static Reliability of(Scores scores, int binCount) {
        double[] sums = new double[binCount];
        long[] positives = new long[binCount];
        long[] counts = new long[binCount];
        double squares = 0;
        for (int i = 0; i < scores.size(); i++) {
            double probability = requireProbability(scores.score(i));
            int bin = Math.min(binCount - 1, (int) (probability * binCount));
            double truth = scores.isPositive(i) ? 1 : 0;
            sums[bin] += probability;
            positives[bin] += (long) truth;
            counts[bin]++;
            squares += (probability - truth) * (probability - truth);
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < binCount; bin++) {
            if (counts[bin] > 0) {
                bins.add(new Bin(sums[bin] / counts[bin], Proportion.of(positives[bin], counts[bin])));
            }
        }
        return new Reliability(bins, scores.size() == 0 ? Double.NaN : squares / scores.size());
    }

    /** Mean distance of predicted and observed share, by cases. doi:10.1609/aaai.v29i1.9602. */
    public double expectedError() {
        long n = bins.stream().mapToLong(bin -> bin.observed().n()).sum();
        double sum = bins.stream()
                .mapToDouble(bin -> bin.observed().n() * distance(bin))
                .sum();
        return n == 0 ? Double.NaN : sum / n;
    }

    /** Largest distance of predicted and observed share. */
    public double maximumError() {
        return bins.stream().mapToDouble(Reliability::distance).max().orElse(Double.NaN);
    }

    private static double distance(Bin bin) {
        return Math.abs(bin.predicted() - bin.observed().value());
    }

    private static double requireProbability(double score) {
        if (score < 0 || score > 1) {
            throw new IllegalArgumentException("Reliability: got a score of " + score + ", expected 0 to 1");
        }
        return score;
    }
}
