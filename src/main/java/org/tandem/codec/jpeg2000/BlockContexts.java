package org.tandem.codec.jpeg2000;

/**
 * Contexts of coefficients by their neighbours (15444-1 D.3). Neighbours are nine bits, row by row from the left upper
 * one; bit 4 is the coefficient itself.
 */
final class BlockContexts {

    static final int SIGN = 9;
    static final int MAGNITUDE = 14;
    static final int RUN_LENGTH = 17;
    static final int UNIFORM = 18;
    static final int COUNT = 19;

    private static final int NEIGHBOURHOODS = 512;

    /** In the sign table: the sign read is to be inverted. */
    static final int INVERTED = 0x80;

    private static final byte[] LOW = significance(false, false);
    private static final byte[] HIGH_HORIZONTAL = significance(true, false);
    private static final byte[] HIGH_BOTH = significance(false, true);

    /** By four pairs of bits from the lowest, above, left, right, below: negative, significant (Table D.3). */
    private static final byte[] SIGNS = signs();

    private BlockContexts() {}

    /** Contexts of significance (Table D.1), by neighbours. Not copied. */
    static byte[] significance(Band.Orientation orientation) {
        return switch (orientation) {
            case LL, LH -> LOW;
            case HL -> HIGH_HORIZONTAL;
            case HH -> HIGH_BOTH;
        };
    }

    static byte[] signContexts() {
        return SIGNS;
    }

    private static byte[] significance(boolean transposed, boolean diagonal) {
        byte[] contexts = new byte[NEIGHBOURHOODS];
        for (int n = 0; n < NEIGHBOURHOODS; n++) {
            int beside = (n >> 3 & 1) + (n >> 5 & 1);
            int above = (n >> 1 & 1) + (n >> 7 & 1);
            int corners = (n & 1) + (n >> 2 & 1) + (n >> 6 & 1) + (n >> 8 & 1);
            int context = diagonal
                    ? ofDiagonal(beside + above, corners)
                    : transposed ? ofLow(above, beside, corners) : ofLow(beside, above, corners);
            contexts[n] = (byte) context;
        }
        return contexts;
    }

    private static int ofLow(int horizontal, int vertical, int corners) {
        if (horizontal == 2) {
            return 8;
        }
        if (horizontal == 1) {
            return vertical > 0 ? 7 : corners > 0 ? 6 : 5;
        }
        return vertical > 0 ? 2 + vertical : Math.min(corners, 2);
    }

    private static int ofDiagonal(int straight, int corners) {
        return switch (corners) {
            case 0 -> Math.min(straight, 2);
            case 1 -> 3 + Math.min(straight, 2);
            case 2 -> 6 + Math.min(straight, 1);
            default -> 8;
        };
    }

    private static byte[] signs() {
        byte[] contexts = new byte[256];
        for (int n = 0; n < contexts.length; n++) {
            int vertical = clamp(contribution(n) + contribution(n >> 6));
            int horizontal = clamp(contribution(n >> 2) + contribution(n >> 4));
            int sum = 3 * horizontal + vertical;
            contexts[n] = (byte) (SIGN + Math.abs(sum) | (sum < 0 ? INVERTED : 0));
        }
        return contexts;
    }

    private static int contribution(int pair) {
        return (pair & 2) == 0 ? 0 : (pair & 1) == 0 ? 1 : -1;
    }

    private static int clamp(int sum) {
        return Integer.compare(sum, 0);
    }
}
