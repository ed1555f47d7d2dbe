package org.tandem.codec.jpeg2000;

import java.util.Arrays;

/** The two passes that refine a high-throughput code-block by one plane (15444-15 7.4, 7.5). Not thread-safe. */
final class HtRefinement {

    private static final int STRIPE = 4;

    private final HtForwardBits significanceBits = new HtForwardBits(0);
    private final HtBackwardBits magnitudeBits = new HtBackwardBits();
    private int[] values = {};
    /** Whether a coefficient is significant, with a border of one all around. */
    private boolean[] significant = {};

    private int width;
    private int height;
    private int stride;

    /** Takes the values that the cleanup pass left, to change them. */
    void start(int[] cleaned, int columns, int rows, int rowStride) {
        values = cleaned;
        width = columns;
        height = rows;
        stride = rowStride;
        int count = (width + 2) * (height + 2);
        if (significant.length < count) {
            significant = new boolean[count];
        }
        Arrays.fill(significant, 0, count, false);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                significant[(y + 1) * (width + 2) + x + 1] = values[y * stride + x] != 0;
            }
        }
    }

    /** One more bit of each coefficient that the cleanup pass found; its bits lie at the end of the segment. */
    void magnitudePass(byte[] bytes, int from, int to, int plane) {
        magnitudeBits.start(bytes, from, to);
        for (int top = 0; top < height; top += STRIPE) {
            int bottom = Math.min(top + STRIPE, height);
            for (int x = 0; x < width; x++) {
                for (int y = top; y < bottom; y++) {
                    int at = y * stride + x;
                    if (values[at] != 0) {
                        boolean grows = magnitudeBits.take(1) != 0 == values[at] > 0;
                        values[at] += grows ? 1 << plane : -(1 << plane);
                    }
                }
            }
        }
    }

    /** Finds coefficients beside those known; of each four columns first all significances, then all signs. */
    void significancePass(byte[] bytes, int from, int to, int plane, boolean causal) {
        significanceBits.start(bytes, from, to);
        int[] found = new int[STRIPE * STRIPE];
        for (int top = 0; top < height; top += STRIPE) {
            int bottom = Math.min(top + STRIPE, height);
            for (int left = 0; left < width; left += STRIPE) {
                int count = 0;
                for (int x = left; x < Math.min(left + STRIPE, width); x++) {
                    for (int y = top; y < bottom; y++) {
                        boolean looksDown = !causal || y + 1 < top + STRIPE;
                        if (isCandidate(x, y, looksDown) && significanceBits.take(1) != 0) {
                            significant[(y + 1) * (width + 2) + x + 1] = true;
                            found[count++] = y * stride + x;
                        }
                    }
                }
                for (int i = 0; i < count; i++) {
                    values[found[i]] = significanceBits.take(1) == 0 ? 3 << plane : -(3 << plane);
                }
            }
        }
    }

    private boolean isCandidate(int x, int y, boolean looksDown) {
        int row = width + 2;
        int at = (y + 1) * row + x + 1;
        return !significant[at]
                && (any(at - row) || significant[at - 1] || significant[at + 1] || looksDown && any(at + row));
    }

    private boolean any(int middle) {
        return significant[middle - 1] || significant[middle] || significant[middle + 1];
    }
}
