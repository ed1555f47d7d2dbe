package org.tandem.codec.jpeg2000;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the coefficients of a tile-component are coded, SPcod and SPcoc (15444-1 Table A.15, 15444-15 Table A.4).
 *
 * @param levels of wavelet decomposition
 * @param blockWidth greatest width of a code-block, as an exponent of two
 * @param blockHeight its greatest height, as an exponent of two
 * @param blockStyle bits of Table A.19
 * @param reversible the 5/3 wavelet on integers, else the 9/7
 * @param precincts for each resolution, the lowest first: exponent of the width, exponent of the height &lt;&lt; 4
 */
record CodingStyle(
        int levels, int blockWidth, int blockHeight, int blockStyle, boolean reversible, List<Integer> precincts) {

    /** Later planes go around the arithmetic decoder. */
    static final int BYPASS = 0x01;
    /** Contexts start anew with each pass. */
    static final int RESET = 0x02;
    /** Each pass has a segment of its own. */
    static final int TERMINATE_ALL = 0x04;
    /** Contexts do not look into the next stripe. */
    static final int VERTICALLY_CAUSAL = 0x08;
    /** Four known symbols end each cleanup pass. */
    static final int SEGMENTATION_SYMBOLS = 0x20;
    /** Code-blocks of 15444-15. */
    static final int HIGH_THROUGHPUT = 0x40;
    /** Each code-block is of 15444-1 or of 15444-15. */
    static final int MIXED = 0x80;

    private static final int MAX_LEVELS = 32;
    private static final int WHOLE = 15;

    CodingStyle {
        precincts = List.copyOf(precincts);
    }

    boolean has(int style) {
        return (blockStyle & style) != 0;
    }

    int precinctWidth(int resolution) {
        return precincts.get(resolution) & 0xF;
    }

    int precinctHeight(int resolution) {
        return precincts.get(resolution) >> 4;
    }

    /** Reads the parameters of one style. */
    static CodingStyle read(ByteInput in, boolean ownPrecincts) {
        int offset = in.position();
        int levels = in.u8("decomposition levels");
        int width = (in.u8("code-block width") & 0xF) + 2;
        int height = (in.u8("code-block height") & 0xF) + 2;
        int style = in.u8("code-block style");
        int transform = in.u8("wavelet transform");
        if (levels > MAX_LEVELS) {
            throw Refusals.refused("decomposition levels", offset, levels, "at most " + MAX_LEVELS);
        }
        if (width > 10 || height > 10 || width + height > 12) {
            throw Refusals.refused(
                    "code-block", offset + 1, "2^" + width + " by 2^" + height, "at most 4096 in all, 1024 a side");
        }
        if (transform > 1) {
            throw Refusals.refused("wavelet transform", offset + 4, transform, "0 (9/7) or 1 (5/3)");
        }
        return new CodingStyle(levels, width, height, style, transform == 1, precincts(in, levels, ownPrecincts));
    }

    private static List<Integer> precincts(ByteInput in, int levels, boolean own) {
        if (!own) {
            return Collections.nCopies(levels + 1, WHOLE << 4 | WHOLE);
        }
        return IntStream.rangeClosed(0, levels)
                .mapToObj(level -> precinct(in, level))
                .toList();
    }

    private static int precinct(ByteInput in, int level) {
        int size = in.u8("precinct size");
        if (level > 0 && ((size & 0xF) == 0 || size >> 4 == 0)) {
            throw Refusals.refused("precinct size", in.position() - 1, size, "exponents of 1 to 15");
        }
        return size;
    }
}
