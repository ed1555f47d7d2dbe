package org.tandem.evaluate.metric;

import java.util.Arrays;

/** Percentiles, linear between neighbours (definition 7 of Hyndman and Fan, doi:10.2307/2684934; NumPy's default). */
public final class Percentile {

    private Percentile() {}

    /** NaN of nothing. */
    public static double of(double[] values, double percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, percent);
    }

    static double ofSorted(double[] sorted, double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = percent / 100 * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
