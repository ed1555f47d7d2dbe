package org.tandem.drift;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The two-sample test of Kolmogorov and Smirnov on sketches: the largest difference between the shares of both samples
 * that lie below a number. Where numbers are alike, and within a bin they are, it errs towards "no difference".
 *
 * @param distance 0 to 1
 * @param probability of such a distance, or a larger one, between samples of one distribution, by the limit
 *     distribution with Stephens' correction for small samples (doi:10.1111/j.2517-6161.1970.tb00821.x)
 */
public record KolmogorovSmirnov(double distance, double probability) {

    private static final int TERMS = 100;

    static KolmogorovSmirnov of(Sketch one, Sketch other) {
        SortedSet<Integer> bins = new TreeSet<>(one.counts().keySet());
        bins.addAll(other.counts().keySet());
        double ones = one.count();
        double others = other.count();
        double belowOne = 0;
        double belowOther = 0;
        double distance = 0;
        for (int bin : bins) {
            belowOne += one.counts().getOrDefault(bin, 0L) / ones;
            belowOther += other.counts().getOrDefault(bin, 0L) / others;
            distance = Math.max(distance, Math.abs(belowOne - belowOther));
        }
        double root = Math.sqrt(ones * others / (ones + others));
        return new KolmogorovSmirnov(distance, beyond((root + 0.12 + 0.11 / root) * distance));
    }

    /** Q(λ) = 2 Σ (−1)^(j−1) e^(−2 j² λ²). */
    private static double beyond(double lambda) {
        double sum = 0;
        for (int j = 1; j <= TERMS; j++) {
            double term = Math.exp(-2.0 * j * j * lambda * lambda);
            sum += j % 2 == 1 ? term : -term;
        }
        return lambda < 0.2 ? 1 : Math.max(0, Math.min(1, 2 * sum)); // Q(0.2) = 1 to 10 digits; below, the sum is slow
    }
}
