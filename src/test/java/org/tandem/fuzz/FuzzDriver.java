package org.tandem.fuzz;

/** What Jazzer calls, in a process of its own, with the target that the property {@code fuzz.target} names. */
public final class FuzzDriver {

    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("fuzz.target", "PART_10"));

    private FuzzDriver() {}

    /** Jazzer's entry: one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.fuzz(input);
    }
}
