package org.tandem.model;

import java.util.List;

/** How what a network calls probabilities becomes shares of cases. */
public sealed interface Calibration {

    /** They are taken as they are. */
    record None() implements Calibration {}

    /** Logits are divided by a temperature (arXiv:1706.04599); above 1, answers become less sure. */
    record Temperature(double temperature) implements Calibration {}

    /** A rising curve through points, straight in between (doi:10.1145/775047.775151). */
    record Isotonic(List<Point> points) implements Calibration {
        public Isotonic {
            points = List.copyOf(points);
        }
    }

    /** What the network says, and what is true of it. */
    record Point(double said, double share) {}
}
