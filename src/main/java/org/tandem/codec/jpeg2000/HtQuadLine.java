package org.tandem.codec.jpeg2000;

import java.util.Arrays;

/**
 * Decodes what the cleanup pass tells of a line of quads: which samples are significant, and bounds of their exponents
 * (15444-15 7.3.5, 7.3.6). Not thread-safe.
 */
final class HtQuadLine {

    private final MelDecoder events = new MelDecoder();
    private final HtBackwardBits codes = new HtBackwardBits();
    private int quads;
    private boolean first;
    /** Entries of {@link HtCodes}, one quad ahead; those of the line above too. */
    private int[] entries = {};

    private int[] above = {};
    private int[] excess = {};

    /** Begins a block, whose shared stream of events and codes lies there. */
    void start(byte[] bytes, int from, int to, int width) {
        events.start(bytes, from, to);
        codes.startHalf(bytes, from, to);
        quads = width;
        first = true;
        if (entries.length < width + 3) {
            entries = new int[width + 3];
            above = new int[width + 3];
            excess = new int[width + 3];
        }
        Arrays.fill(entries, 0);
        Arrays.fill(above, 0);
    }

    int rho(int quad) {
        return HtCodes.rho(entries[quad + 1]);
    }

    int known(int quad) {
        return HtCodes.known(entries[quad + 1]);
    }

    int ones(int quad) {
        return HtCodes.ones(entries[quad + 1]);
    }

    /** By how much the exponents' bound is above what the line before foretells: u. */
    int excess(int quad) {
        return excess[quad];
    }

    /** Decodes the next line; its quads come in pairs. */
    void next() {
        if (!first) {
            int[] swap = above;
            above = entries;
            entries = swap;
        }
        entries[quads + 1] = 0;
        for (int quad = 0; quad < quads; quad += 2) {
            int one = entry(quad);
            entries[quad + 1] = one;
            int two = quad + 1 < quads ? entry(quad + 1) : 0;
            entries[quad + 2] = two;
            readExcess(quad, HtCodes.offset(one), HtCodes.offset(two));
        }
        entries[quads + 1] = 0;
        first = false;
    }

    private int entry(int quad) {
        int context = first ? firstContext(quad) : context(quad);
        if (context == 0 && !events.event()) {
            return 0;
        }
        int[] table = first ? HtCodes.firstLine() : HtCodes.otherLines();
        int entry = table[context << HtCodes.BITS | codes.peek() & (1 << HtCodes.BITS) - 1];
        codes.skip(HtCodes.length(entry));
        return entry;
    }

    /** Of the samples of the quad to the left: either of its left ones, the right upper, the right lower. */
    private int firstContext(int quad) {
        int left = HtCodes.rho(entries[quad]);
        return left >> 1 | left & 1;
    }

    /** The samples above and left above; those of the left quad's right; those right above. */
    private int context(int quad) {
        int left = HtCodes.rho(entries[quad]);
        int leftAbove = HtCodes.rho(above[quad]);
        int up = HtCodes.rho(above[quad + 1]);
        int rightAbove = HtCodes.rho(above[quad + 2]);
        return up >> 1 & 1 | leftAbove >> 3 | (left >> 1 | left >> 2) & 2 | up >> 1 & 4 | rightAbove << 1 & 4;
    }

    /** Codes of two quads come interleaved: prefixes, then suffixes (Table 3). */
    private void readExcess(int quad, int one, int two) {
        if ((one | two) == 0) {
            excess[quad] = 0;
            excess[quad + 1] = 0;
            return;
        }
        boolean both = (one & two) == 1;
        int base = first && both && events.event() ? 2 : 0;
        int prefixOne = one == 0 ? 0 : prefix();
        if (first && both && base == 0 && prefixOne > 2) {
            excess[quad + 1] = 1 + codes.take(1);
            excess[quad] = prefixOne + suffix(prefixOne);
            return;
        }
        int prefixTwo = two == 0 ? 0 : prefix();
        int suffixOne = suffix(prefixOne);
        int suffixTwo = suffix(prefixTwo);
        excess[quad] = base + prefixOne + extended(suffixOne);
        excess[quad + 1] = base + prefixTwo + extended(suffixTwo);
    }

    /** 1, 2, 3 or 5. */
    private int prefix() {
        int bits = codes.peek();
        if ((bits & 1) != 0) {
            codes.skip(1);
            return 1;
        }
        if ((bits & 2) != 0) {
            codes.skip(2);
            return 2;
        }
        codes.skip(3);
        return (bits & 4) != 0 ? 3 : 5;
    }

    private int suffix(int prefix) {
        return prefix < 3 ? 0 : codes.take(prefix == 3 ? 1 : 5);
    }

    /** The longest suffixes have four bits more. */
    private int extended(int suffix) {
        return suffix < 28 ? suffix : suffix + 4 * codes.take(4);
    }
}
