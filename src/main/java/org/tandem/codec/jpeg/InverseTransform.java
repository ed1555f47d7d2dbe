package org.tandem.codec.jpeg;

import java.util.Arrays;

/**
 * The inverse discrete cosine transform of a block (T.81 A.3.3) in whole numbers, after Loeffler, Ligtenberg and
 * Moschytz (doi:10.1109/ICASSP.1989.266596): columns, then rows, with the constants and the rounding of the Independent
 * JPEG Group's accurate transform, so that samples agree with it bit for bit. For one thread.
 */
final class InverseTransform {

    private static final int SIZE = 8;

    /** Constants are counted in 2⁻¹³. */
    private static final int CONSTANT_BITS = 13;

    /** The transform of two dimensions is eight times too large. */
    private static final int MEAN_BITS = 3;

    private static final int C_0_298631336 = 2446;
    private static final int C_0_390180644 = 3196;
    private static final int C_0_541196100 = 4433;
    private static final int C_0_765366865 = 6270;
    private static final int C_0_899976223 = 7373;
    private static final int C_1_175875602 = 9633;
    private static final int C_1_501321110 = 12299;
    private static final int C_1_847759065 = 15137;
    private static final int C_1_961570560 = 16069;
    private static final int C_2_053119869 = 16819;
    private static final int C_2_562915447 = 20995;
    private static final int C_3_072711026 = 25172;

    private final int columnBits;
    private final int centre;
    private final int largest;

    /** Of samples of 8 or 12 bits; these leave room for fewer bits of fraction between columns and rows. */
    InverseTransform(int precision) {
        this.columnBits = precision == Byte.SIZE ? 2 : 1;
        this.centre = 1 << (precision - 1);
        this.largest = (1 << precision) - 1;
    }

    /**
     * Transforms coefficients, dequantized and in order of rows, and leaves zeros in their place.
     *
     * @param samples in which the block stands from a place on
     * @param rowLength from a sample to the one below it
     */
    void apply(int[] coefficients, short[] samples, int from, int rowLength) {
        for (int column = 0; column < SIZE; column++) {
            transform(coefficients, column, SIZE, CONSTANT_BITS - columnBits);
        }
        for (int row = 0; row < SIZE; row++) {
            int at = row * SIZE;
            transform(coefficients, at, 1, CONSTANT_BITS + columnBits + MEAN_BITS);
            for (int column = 0; column < SIZE; column++) {
                samples[from + row * rowLength + column] = sample(coefficients[at + column]);
            }
        }
        Arrays.fill(coefficients, 0);
    }

    /** A block of which only the mean is not zero: what {@link #apply} would make of it. */
    void applyMean(int mean, short[] samples, int from, int rowLength) {
        int shift = columnBits + MEAN_BITS;
        short value = sample((mean << columnBits) + (1 << (shift - 1)) >> shift);
        for (int row = 0; row < SIZE; row++) {
            int start = from + row * rowLength;
            Arrays.fill(samples, start, start + SIZE, value);
        }
    }

    /** Eight numbers that stand a step apart, in place; the shift takes the fraction off again, rounded. */
    private static void transform(int[] data, int at, int step, int shift) {
        int a1 = data[at + step];
        int a2 = data[at + 2 * step];
        int a3 = data[at + 3 * step];
        int a4 = data[at + 4 * step];
        int a5 = data[at + 5 * step];
        int a6 = data[at + 6 * step];
        int a7 = data[at + 7 * step];
        int rounding = 1 << (shift - 1);
        if ((a1 | a2 | a3 | a4 | a5 | a6 | a7) == 0) {
            fill(data, at, step, (data[at] << CONSTANT_BITS) + rounding >> shift);
            return;
        }
        int sum = (data[at] + a4 << CONSTANT_BITS) + rounding;
        int difference = (data[at] - a4 << CONSTANT_BITS) + rounding;
        int common = (a2 + a6) * C_0_541196100;
        int outer = common + a2 * C_0_765366865;
        int inner = common - a6 * C_1_847759065;
        int z5 = (a7 + a3 + a5 + a1) * C_1_175875602;
        int z1 = (a7 + a1) * -C_0_899976223;
        int z2 = (a5 + a3) * -C_2_562915447;
        int z3 = (a7 + a3) * -C_1_961570560 + z5;
        int z4 = (a5 + a1) * -C_0_390180644 + z5;
        int odd0 = a1 * C_1_501321110 + z1 + z4;
        int odd1 = a3 * C_3_072711026 + z2 + z3;
        int odd2 = a5 * C_2_053119869 + z2 + z4;
        int odd3 = a7 * C_0_298631336 + z1 + z3;
        data[at] = sum + outer + odd0 >> shift;
        data[at + 7 * step] = sum + outer - odd0 >> shift;
        data[at + step] = difference + inner + odd1 >> shift;
        data[at + 6 * step] = difference + inner - odd1 >> shift;
        data[at + 2 * step] = difference - inner + odd2 >> shift;
        data[at + 5 * step] = difference - inner - odd2 >> shift;
        data[at + 3 * step] = sum - outer + odd3 >> shift;
        data[at + 4 * step] = sum - outer - odd3 >> shift;
    }

    private static void fill(int[] data, int at, int step, int value) {
        for (int i = 0; i < SIZE; i++) {
            data[at + i * step] = value;
        }
    }

    private short sample(int aroundZero) {
        return (short) Math.max(0, Math.min(largest, aroundZero + centre));
    }
}
