package org.tandem.drift;

import java.util.Collection;
import java.util.List;

/**
 * Numbers, summed up.
 *
 * @param count of them
 * @param sum of them
 * @param squares sum of their squares
 * @param sketch how they are distributed
 */
public record Tally(long count, double sum, double squares, Sketch sketch) {

    static final Tally NONE = new Tally(0, 0, 0, Sketch.EMPTY);

    public static Tally of(double value) {
        return new Tally(1, value, value * value, Sketch.of(value));
    }

    public Tally plus(Tally other) {
        return sum(List.of(this, other));
    }

    static Tally sum(Collection<Tally> parts) {
        return new Tally(
                parts.stream().mapToLong(Tally::count).sum(),
                parts.stream().mapToDouble(Tally::sum).sum(),
                parts.stream().mapToDouble(Tally::squares).sum(),
                Sketch.sum(parts.stream().map(Tally::sketch).toList()));
    }

    /** Of no numbers, 0. */
    public double mean() {
        return count == 0 ? 0 : sum / count;
    }

    /** Standard deviation of the sample; 0 of fewer than two. */
    public double deviation() {
        return count < 2 ? 0 : Math.sqrt(Math.max(0, squares - sum * sum / count) / (count - 1));
    }
}
