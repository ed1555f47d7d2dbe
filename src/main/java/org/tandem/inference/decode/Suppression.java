package org.tandem.inference.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Leaves one box where a network marked one thing several times. */
final class Suppression {

    private Suppression() {}

    /** The more probable ones first; of two boxes of one class that overlap so much the less probable one goes. */
    static List<Found> apply(List<Found> found, double overlap) {
        List<Found> kept = new ArrayList<>();
        for (Found one : found.stream().sorted(byScore()).toList()) {
            if (kept.stream().noneMatch(other -> other.channel() == one.channel() && other.overlap(one) > overlap)) {
                kept.add(one);
            }
        }
        return kept;
    }

    static Comparator<Found> byScore() {
        return Comparator.comparingDouble(Found::score).reversed();
    }
}
