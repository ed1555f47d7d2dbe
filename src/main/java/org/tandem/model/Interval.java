package org.tandem.model;

/**
 * How sure a number is: it lies between the two with this probability.
 *
 * @param level as in 0.95
 */
public record Interval(double low, double high, double level) {

    public Interval {
        if (!(low <= high) || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "Interval: got " + low + " to " + high + " at " + level + ", expected low ≤ high, 0 < level < 1");
        }
    }
}
