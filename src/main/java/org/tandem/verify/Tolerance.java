package org.tandem.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far a number may be from the expected one: a share of it, and so much besides, which of places is a length. Other
 * processors round differently, and a voxel whose probability is at the threshold falls to one side or the other.
 */
record Tolerance(double relative, double absolute, double millimetres) {

    static final Tolerance USUAL = new Tolerance(0.002, 0.001, 0.5);

    /** Numbers that are too far off, missing or too many, in sentences. */
    List<String> differences(Map<String, Double> got, Map<String, Double> expected) {
        List<String> differences = new ArrayList<>();
        expected.forEach((name, value) -> {
            Double answer = got.get(name);
            if (answer == null) {
                differences.add(name + ": got nothing, expected " + shown(value));
            } else if (!(Math.abs(answer - value) <= allowed(name, value))) {
                differences.add(name + ": got " + shown(answer) + ", expected " + shown(value) + " ± "
                        + shown(allowed(name, value)));
            }
        });
        got.forEach((name, value) -> {
            if (!expected.containsKey(name)) {
                differences.add(name + ": got " + shown(value) + ", expected nothing");
            }
        });
        return differences;
    }

    private double allowed(String name, double expected) {
        return name.endsWith("_mm") ? millimetres : absolute + relative * Math.abs(expected);
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }
}
