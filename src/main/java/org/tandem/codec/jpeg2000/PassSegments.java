package org.tandem.codec.jpeg2000;

/**
 * Which coding passes of a code-block share a codeword segment (15444-1 Table D.9; 15444-15 B.1).
 *
 * @param segment of the pass
 * @param passes from that one on that are in it, if there are so many
 */
record PassSegments(int segment, int passes) {

    private static final int ALL = 1000;
    /** Passes before those that go around the arithmetic decoder. */
    private static final int CODED_PASSES = 10;

    /**
     * Where a pass of a code-block of Part 1 belongs.
     *
     * @param pass counted from the first of the code-block
     */
    static PassSegments part1(CodingStyle style, int pass) {
        if (style.has(CodingStyle.TERMINATE_ALL)) {
            return new PassSegments(pass, 1);
        }
        if (!style.has(CodingStyle.BYPASS)) {
            return new PassSegments(0, ALL);
        }
        if (pass < CODED_PASSES) {
            return new PassSegments(0, CODED_PASSES - pass);
        }
        int beyond = pass - CODED_PASSES;
        boolean cleanup = beyond % 3 == 2;
        return new PassSegments(1 + beyond / 3 * 2 + (cleanup ? 1 : 0), cleanup ? 1 : 2 - beyond % 3);
    }

    /**
     * Where a pass of a high-throughput code-block belongs, once its first cleanup pass has come: even segments hold a
     * cleanup pass, odd ones the two that refine it.
     *
     * @param pass counted from the first of the code-block
     */
    static PassSegments highThroughput(int pass) {
        return pass % 3 == 0 ? new PassSegments(pass / 3 * 2, 1) : new PassSegments(pass / 3 * 2 + 1, 3 - pass % 3);
    }
}
