package org.tandem.fuzz;

import java.util.Arrays;

/**
 * What Jazzer calls, in a process of its own: with the target that the property {@code fuzz.target} names, or, without
 * it, with the one that the first byte of an input names.
 */
public final class FuzzDriver {

    private static final String NAME = System.getProperty("fuzz.target", "");

    private FuzzDriver() {}

    /** Jazzer's entry: one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (!NAME.isEmpty()) {
            FuzzTarget.valueOf(NAME).fuzz(input);
        } else if (input.length > 0) {
            FuzzTarget[] all = FuzzTarget.values();
            all[Math.floorMod(input[0], all.length)].fuzz(Arrays.copyOfRange(input, 1, input.length));
        }
    }
}
