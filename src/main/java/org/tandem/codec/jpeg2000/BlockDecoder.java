package org.tandem.codec.jpeg2000;

import java.util.Arrays;

/**
 * Decodes the code-blocks of Part 1, plane by plane in three passes each (15444-1 Annex D). Not thread-safe.
 *
 * <p>A flag word stands for a column of four coefficients, a stripe's share of it. Its bits 0 to 17 tell which
 * coefficients of six rows, from the one above the stripe to the one below, and of three columns are significant, row
 * by row; so three shifts a row lay the neighbours of a coefficient into bits 0 to 8. Then come four bits for those
 * that the significance pass visited, four for those once refined, and six for the signs of the middle column.
 */
final class BlockDecoder {

    private static final int ALL_SIGNIFICANCE = 0x3FFFF;
    private static final int NEIGHBOURS = 0x1EF;
    private static final int SELF = 0x10;
    /** The middle column of the four rows. */
    private static final int ALL_SELVES = 0x2490;

    private static final int VISITED = 18;
    private static final int ALL_VISITED = 0xF << VISITED;
    private static final int REFINED = 22;
    private static final int SIGNS = 26;
    private static final int STRIPE = 4;
    /** Bits 1, 3, 5, 7 of a neighbourhood: above, left, right, below. */
    private static final int STRAIGHT = 0xAA;

    private static final byte[] SIGN_CONTEXTS = BlockContexts.signContexts();

    private final MqDecoder coder = new MqDecoder(BlockContexts.COUNT);
    private final RawBits raw = new RawBits();
    private int[] flags = {};
    private int[] values = {};
    private byte[] significance = {};
    private int width;
    private int height;
    private int stride;
    private boolean causal;

    /** Twice the coefficients, row by row; valid until the next block. */
    int[] values() {
        return values;
    }

    /** Makes room for a block of nothing but zeros. */
    void start(Area area, Band.Orientation orientation, boolean verticallyCausal) {
        width = area.width();
        height = area.height();
        stride = width + 2;
        causal = verticallyCausal;
        significance = BlockContexts.significance(orientation);
        int words = stride * ((height + STRIPE - 1) / STRIPE + 2);
        if (flags.length < words) {
            flags = new int[words];
        }
        if (values.length < width * height) {
            values = new int[width * height];
        }
        Arrays.fill(flags, 0, words, 0);
        Arrays.fill(values, 0, width * height, 0);
        resetContexts();
    }

    /** Table D.7. */
    void resetContexts() {
        for (int context = 0; context < BlockContexts.COUNT; context++) {
            coder.reset(context, 0);
        }
        coder.reset(0, 4);
        coder.reset(BlockContexts.RUN_LENGTH, 3);
        coder.reset(BlockContexts.UNIFORM, 46);
    }

    void startSegment(byte[] bytes, int offset) {
        coder.start(bytes, offset);
    }

    void startRawSegment(byte[] bytes, int offset, int end) {
        raw.start(bytes, offset, end);
    }

    /** Significance propagation (D.3.1). */
    void significancePass(int plane) {
        for (int top = 0; top < height; top += STRIPE) {
            int rows = Math.min(STRIPE, height - top);
            int word = (top / STRIPE + 1) * stride + 1;
            int value = top * width;
            for (int x = 0; x < width; x++) {
                if ((flags[word + x] & ALL_SIGNIFICANCE) != 0) {
                    propagate(word + x, value + x, rows, plane);
                }
            }
        }
    }

    private void propagate(int word, int value, int rows, int plane) {
        int flag = flags[word];
        for (int row = 0; row < rows; row++) {
            int near = flag >> 3 * row;
            if ((near & SELF) == 0 && (near & NEIGHBOURS) != 0) {
                if (coder.decode(significance[near & 0x1FF]) != 0) {
                    becomeSignificant(word, value + row * width, row, plane);
                }
                flag = flags[word] |= 1 << VISITED + row;
            }
        }
    }

    /** The same pass with bits that go around the arithmetic decoder (D.6). */
    void rawSignificancePass(int plane) {
        for (int top = 0; top < height; top += STRIPE) {
            for (int x = 0; x < width; x++) {
                int word = (top / STRIPE + 1) * stride + 1 + x;
                for (int row = 0; row < STRIPE && top + row < height; row++) {
                    int near = flags[word] >> 3 * row;
                    if ((near & SELF) == 0 && (near & NEIGHBOURS) != 0) {
                        if (raw.bit() != 0) {
                            set(word, (top + row) * width + x, row, raw.bit(), plane);
                        }
                        flags[word] |= 1 << VISITED + row;
                    }
                }
            }
        }
    }

    /** Magnitude refinement (D.3.3). */
    void refinementPass(int plane, boolean bypass) {
        for (int top = 0; top < height; top += STRIPE) {
            int rows = Math.min(STRIPE, height - top);
            int word = (top / STRIPE + 1) * stride + 1;
            int value = top * width;
            for (int x = 0; x < width; x++) {
                int significant = flags[word + x] & ALL_SELVES;
                if (significant != 0) {
                    refine(word + x, value + x, rows, plane, bypass);
                }
            }
        }
    }

    private void refine(int word, int value, int rows, int plane, boolean bypass) {
        int flag = flags[word];
        int half = 1 << plane;
        for (int row = 0; row < rows; row++) {
            int near = flag >> 3 * row;
            if ((near & SELF) != 0 && (flag >> VISITED + row & 1) == 0) {
                int context = (flag >> REFINED + row & 1) != 0
                        ? BlockContexts.MAGNITUDE + 2
                        : (near & NEIGHBOURS) != 0 ? BlockContexts.MAGNITUDE + 1 : BlockContexts.MAGNITUDE;
                int bit = bypass ? raw.bit() : coder.decode(context);
                int at = value + row * width;
                int old = values[at];
                values[at] = old + (bit != 0 == old > 0 ? half : -half);
                flag |= 1 << REFINED + row;
            }
        }
        flags[word] = flag;
    }

    /** Cleanup (D.3.4), with the run-length mode. */
    void cleanupPass(int plane) {
        for (int top = 0; top < height; top += STRIPE) {
            int rows = Math.min(STRIPE, height - top);
            int word = (top / STRIPE + 1) * stride + 1;
            int value = top * width;
            for (int x = 0; x < width; x++) {
                int first = 0;
                if ((flags[word + x] & (ALL_SIGNIFICANCE | ALL_VISITED)) == 0 && rows == STRIPE) {
                    if (coder.decode(BlockContexts.RUN_LENGTH) == 0) {
                        continue;
                    }
                    int row = coder.decode(BlockContexts.UNIFORM) << 1;
                    row |= coder.decode(BlockContexts.UNIFORM);
                    becomeSignificant(word + x, value + x + row * width, row, plane);
                    first = row + 1;
                }
                cleanUp(word + x, value + x, first, rows, plane);
            }
        }
    }

    private void cleanUp(int word, int value, int first, int rows, int plane) {
        int flag = flags[word];
        for (int row = first; row < rows; row++) {
            int near = flag >> 3 * row;
            if ((near & SELF) == 0
                    && (flag >> VISITED + row & 1) == 0
                    && coder.decode(significance[near & 0x1FF]) != 0) {
                becomeSignificant(word, value + row * width, row, plane);
                flag = flags[word];
            }
        }
        flags[word] = flag & ~ALL_VISITED;
    }

    /** The four symbols behind a cleanup pass (D.5); what they are does not change what is decoded. */
    void skipSegmentationSymbols() {
        for (int i = 0; i < 4; i++) {
            coder.decode(BlockContexts.UNIFORM);
        }
    }

    private void becomeSignificant(int word, int value, int row, int plane) {
        int flag = flags[word];
        int key = flag >> 3 * row & STRAIGHT
                | flag >>> SIGNS + row & 1
                | (flags[word - 1] >>> SIGNS + 1 + row & 1) << 2
                | (flags[word + 1] >>> SIGNS + 1 + row & 1) << 4
                | (flag >>> SIGNS + 2 + row & 1) << 6;
        int context = SIGN_CONTEXTS[key];
        int sign = coder.decode(context & 0x1F) ^ context >>> 7 & 1;
        set(word, value, row, sign, plane);
    }

    /** Notes a coefficient as significant, in its own word and in those of its neighbours. */
    private void set(int word, int value, int row, int sign, int plane) {
        int size = 3 << plane;
        values[value] = sign == 0 ? size : -size;
        flags[word - 1] |= 1 << 3 * row + 5;
        flags[word + 1] |= 1 << 3 * row + 3;
        flags[word] |= 1 << 3 * row + 4 | sign << SIGNS + 1 + row;
        if (row == 0 && !causal) {
            int above = word - stride;
            flags[above - 1] |= 1 << 17;
            flags[above] |= 1 << 16 | sign << SIGNS + 5;
            flags[above + 1] |= 1 << 15;
        } else if (row == STRIPE - 1) {
            int below = word + stride;
            flags[below - 1] |= 1 << 2;
            flags[below] |= 1 << 1 | sign << SIGNS;
            flags[below + 1] |= 1;
        }
    }
}
