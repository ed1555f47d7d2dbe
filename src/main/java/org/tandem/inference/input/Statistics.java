package org.tandem.inference.input;

import java.util.List;

/**
 * Values, summed up. Of no values, all are 0.
 *
 * @param deviation standard deviation of the population
 */
public record Statistics(double minimum, double maximum, double mean, double deviation) {

    public static Statistics of(float[] values) {
        return of(List.of(values));
    }

    /** Of all arrays together. */
    public static Statistics of(List<float[]> arrays) {
        long count = arrays.stream().mapToLong(values -> values.length).sum();
        if (count == 0) {
            return new Statistics(0, 0, 0, 0);
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        for (float[] values : arrays) {
            for (float value : values) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                sum += value;
                squares += (double) value * value;
            }
        }
        double mean = sum / count;
        return new Statistics(min, max, mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
    }
}
