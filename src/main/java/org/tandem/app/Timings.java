package org.tandem.app;

import java.util.ArrayList;
import java.util.List;

/**
 * How long calls took, over all rounds.
 *
 * @param objects that were answered for
 * @param seconds from the first to the last call, all rounds together
 * @param milliseconds of each call
 */
record Timings(long objects, double seconds, List<Double> milliseconds) {

    static final Timings NONE = new Timings(0, 0, List.of());

    Timings {
        milliseconds = List.copyOf(milliseconds);
    }

    Timings plus(Timings other) {
        List<Double> both = new ArrayList<>(milliseconds);
        both.addAll(other.milliseconds);
        return new Timings(objects + other.objects, seconds + other.seconds, both);
    }

    double objectsPerSecond() {
        return objects / seconds;
    }

    double medianMs() {
        return BenchCommand.median(milliseconds);
    }

    /** The time that 95 of 100 calls do not exceed. */
    double percentile95Ms() {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }
}
