package org.tandem.codec.jpeg2000;

import java.util.Arrays;

/**
 * Decodes high-throughput code-blocks (15444-15 clause 7): one cleanup pass, quad by quad, which may be refined by one
 * more plane. Not thread-safe.
 */
final class HtBlockDecoder {

    /** Bits of a magnitude, its half and the place of its plane together. */
    private static final int MAX_BITS = 30;

    private static final int MIN_SUFFIX = 2;
    private static final int MAX_SUFFIX = 4079;

    private final HtQuadLine quads = new HtQuadLine();
    private final HtForwardBits magnitudes = new HtForwardBits(0xFF);
    private final HtRefinement refinement = new HtRefinement();
    private int[] values = {};
    /** Of each column the magnitude bits of the lower sample of the line of quads above, twice, less one; one ahead. */
    private int[] above = {};

    private int[] below = {};
    private int width;
    private int height;
    private int stride;
    private int plane;
    private boolean causal;

    /** Twice the coefficients, row by row; valid until the next block. */
    int[] values() {
        return values;
    }

    /** From row to row of the values. */
    int stride() {
        return stride;
    }

    /**
     * Makes room for a block.
     *
     * @param lowestPlane of the cleanup pass
     */
    void start(Area area, int lowestPlane, boolean verticallyCausal) {
        width = area.width();
        height = area.height();
        stride = width + 1 & ~1;
        plane = lowestPlane;
        causal = verticallyCausal;
        int count = stride * (height + 1 & ~1);
        if (values.length < count) {
            values = new int[count];
        }
        Arrays.fill(values, 0, count, 0);
        if (above.length < stride + 4) {
            above = new int[stride + 4];
            below = new int[stride + 4];
        }
        Arrays.fill(above, 0);
        Arrays.fill(below, 0);
    }

    /** Decodes the cleanup pass: the first so many bytes. */
    void cleanup(byte[] bytes, int length) {
        int suffix = length < MIN_SUFFIX ? 0 : (bytes[length - 1] & 0xFF) << 4 | bytes[length - 2] & 0x0F;
        if (suffix < MIN_SUFFIX || suffix > Math.min(length, MAX_SUFFIX)) {
            throw Refusals.refused(
                    "cleanup segment of " + length + " bytes", "a suffix of " + suffix, "2 to its length");
        }
        magnitudes.start(bytes, 0, length - suffix);
        quads.start(bytes, length - suffix, length, stride / 2);
        for (int y = 0; y < height; y += 2) {
            quads.next();
            readLine(y);
            int[] swap = above;
            above = below;
            below = swap;
        }
    }

    private void readLine(int y) {
        boolean first = y == 0;
        Arrays.fill(below, 0);
        for (int quad = 0; quad < stride / 2; quad++) {
            int rho = quads.rho(quad);
            if (rho == 0) {
                continue;
            }
            int x = 2 * quad;
            int bound = 1;
            if (!first && (rho & rho - 1) != 0) {
                int near = above[x] | above[x + 1] | above[x + 2] | above[x + 3];
                bound = 31 - Integer.numberOfLeadingZeros(near | 2);
            }
            bound += quads.excess(quad);
            if (bound + plane > MAX_BITS) {
                throw Refusals.refused("code-block", (bound + plane) + " magnitude bits", "at most " + MAX_BITS);
            }
            readQuad(quad, rho, bound, y * stride + x);
        }
    }

    private void readQuad(int quad, int rho, int bound, int at) {
        int known = quads.known(quad);
        int ones = quads.ones(quad);
        for (int sample = 0; sample < 4; sample++) {
            if ((rho >> sample & 1) != 0) {
                int length = bound - (known >> sample & 1);
                int bits = magnitudes.take(length) | (ones >> sample & 1) << length;
                int size = (bits | 1) + 2 << plane;
                values[at + (sample & 1) * stride + (sample >> 1)] = (bits & 1) == 0 ? size : -size;
                if ((sample & 1) == 1) {
                    below[1 + 2 * quad + (sample >> 1)] = bits | 1;
                }
            }
        }
    }

    /**
     * Refines by the plane below.
     *
     * @param from where the refinement segment begins, behind the cleanup segment
     * @param passes 1 for the significance pass, 2 for the magnitude pass too
     */
    void refine(byte[] bytes, int from, int to, int passes) {
        refinement.start(values, width, height, stride);
        if (passes > 1) {
            refinement.magnitudePass(bytes, from, to, plane - 1);
        }
        refinement.significancePass(bytes, from, to, plane - 1, causal);
    }
}
