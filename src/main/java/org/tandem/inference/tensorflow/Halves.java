package org.tandem.inference.tensorflow;

/**
 * Floats of 16 bits, which Java 17 has no type for: IEEE 754 binary16 (a sign, 5 bits of exponent, 10 of mantissa) and
 * bfloat16 (the upper half of a float). Rounded to the nearest, of two as near to the even one, as TensorFlow does it.
 */
final class Halves {

    /** Bits of a float's mantissa that a half has not: 23 - 10. */
    private static final int MANTISSA_SHIFT = 13;

    /** A float's exponent bias of 127 less a half's of 15, at the place of a half's exponent. */
    private static final int BIAS = (127 - 15) << 10;

    /** The bits of 65520, which is half way between the largest half, 65504, and the next that there would be. */
    private static final int TOO_LARGE = 0x477FF000;

    /** The bits of 2^-14, the smallest half that has all its digits. */
    private static final int SMALLEST_NORMAL = 0x38800000;

    /** 2^24: the smallest half is 2^-24, and smaller ones are multiples of it. */
    private static final float SMALLEST_PER_ONE = 1 << 24;

    private static final int INFINITE = 0x7C00;
    private static final int NOT_A_NUMBER = 0x7E00;

    private Halves() {}

    /** The bits of the half that is nearest to a float. */
    static short half(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int size = bits & 0x7FFFFFFF;
        if (Float.isNaN(value)) {
            return (short) (sign | NOT_A_NUMBER);
        }
        if (size >= TOO_LARGE) {
            return (short) (sign | INFINITE);
        }
        if (size < SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(Math.abs(value) * SMALLEST_PER_ONE));
        }
        return (short) (sign | (rounded(size, MANTISSA_SHIFT) - BIAS));
    }

    /** The float that a half is. */
    static float fromHalf(short half) {
        int size = half & 0x7FFF;
        float value;
        if (size >= INFINITE) {
            value = size == INFINITE ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (size < 0x0400) {
            value = size / SMALLEST_PER_ONE;
        } else {
            value = Float.intBitsToFloat((size + BIAS) << MANTISSA_SHIFT);
        }
        return half < 0 ? -value : value;
    }

    /** The bits of the bfloat16 that is nearest to a float. */
    static short brainFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (short) (Float.isNaN(value) ? bits >>> 16 | 0x40 : rounded(bits, 16));
    }

    /** The float that a bfloat16 is. */
    static float fromBrainFloat(short brainFloat) {
        return Float.intBitsToFloat(brainFloat << 16);
    }

    /** Without the last bits, rounded; a carry goes into the exponent, where it belongs. */
    private static int rounded(int bits, int shift) {
        int even = bits >>> shift & 1;
        return (bits + (1 << (shift - 1)) - 1 + even) >>> shift;
    }
}
