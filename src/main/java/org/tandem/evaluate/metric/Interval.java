package org.tandem.evaluate.metric;

/** The range in which 95 of 100 such experiments have the true value; both ends NaN where there is none. */
public record Interval(double low, double high) {

    /** Of what cannot be estimated. */
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    public Interval {
        if (low > high) {
            throw new IllegalArgumentException(
                    "Interval: got " + low + " to " + high + ", expected the lower end first");
        }
    }

    /** So far to both sides, but not beyond what the quantity can be. */
    static Interval around(double value, double halfWidth, Interval possible) {
        return Double.isNaN(value) || Double.isNaN(halfWidth)
                ? NONE
                : new Interval(
                        Math.max(possible.low(), value - halfWidth), Math.min(possible.high(), value + halfWidth));
    }

    public boolean exists() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
