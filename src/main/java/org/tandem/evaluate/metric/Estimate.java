package org.tandem.evaluate.metric;

/**
 * A number that was measured: never without how many it was measured on.
 *
 * @param value NaN where the measure is not defined on these cases
 * @param interval 95 %; {@link Interval#NONE} where it cannot be had
 * @param n how many cases the value is of, those only that count in its denominator
 */
public record Estimate(double value, Interval interval, long n) {

    /** No value, for instance a sensitivity where nothing is positive. */
    public static Estimate undefined(long n) {
        return new Estimate(Double.NaN, Interval.NONE, n);
    }

    public boolean isDefined() {
        return !Double.isNaN(value);
    }
}
