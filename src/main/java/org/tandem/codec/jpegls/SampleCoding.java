package org.tandem.codec.jpegls;

import java.util.Arrays;

/**
 * How single samples are coded, and the statistics that the codes follow (T.87 Annex A). Shared by the components of a
 * scan; for one thread.
 */
final class SampleCoding {

    /** Orders of the lengths of runs (T.87 A.2.1, J). */
    private static final int[] RUN_ORDERS = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    /** Contexts of 4 · 81 + 4 · 9 + 4 and below, then two for the ends of runs. */
    private static final int RUN_END = 365;

    private static final int MAX_CORRECTION = 127;

    /** More than any sum of errors asks for that a sound stream has. */
    private static final int MAX_PARAMETER = 24;

    private final LsBitReader in;
    private final int near;
    private final int step;
    private final int maxValue;
    private final int reset;
    private final int range;
    private final int rangeBits;
    private final int limit;

    /** Class of a difference of neighbours, −4 to 4, by the difference and the largest sample. */
    private final byte[] classes;

    private final int[] magnitude = new int[RUN_END + 2];
    private final int[] bias = new int[RUN_END + 2];
    private final int[] correction = new int[RUN_END];
    private final int[] seen = new int[RUN_END + 2];

    /** Parameters that are complete. */
    SampleCoding(Preset preset, int near, LsBitReader in) {
        this.in = in;
        this.near = near;
        this.step = 2 * near + 1;
        this.maxValue = preset.maxValue();
        this.reset = preset.reset();
        this.range = (maxValue + 2 * near) / step + 1;
        this.rangeBits = bits(range - 1);
        int sampleBits = Math.max(2, bits(maxValue));
        this.limit = 2 * (sampleBits + Math.max(Byte.SIZE, sampleBits));
        this.classes = classes(preset);
        restart();
    }

    private static int bits(int value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(value);
    }

    private byte[] classes(Preset preset) {
        byte[] all = new byte[2 * maxValue + 1];
        for (int i = 0; i < all.length; i++) {
            int distance = Math.abs(i - maxValue);
            int size = distance <= near
                    ? 0
                    : distance < preset.t1() ? 1 : distance < preset.t2() ? 2 : distance < preset.t3() ? 3 : 4;
            all[i] = (byte) (i < maxValue ? -size : size);
        }
        return all;
    }

    /** T.87 A.2.1. */
    void restart() {
        Arrays.fill(magnitude, Math.max(2, (range + 32) / 64));
        Arrays.fill(bias, 0);
        Arrays.fill(correction, 0);
        Arrays.fill(seen, 1);
    }

    /** The context of a sample (T.87 A.3.4): negative if its mirror is meant, 0 if its neighbours are all alike. */
    int context(int left, int above, int aboveLeft, int aboveRight) {
        return 81 * classes[aboveRight - above + maxValue]
                + 9 * classes[above - aboveLeft + maxValue]
                + classes[aboveLeft - left + maxValue];
    }

    /** A sample in a context, from its neighbours and the error of what these predict (T.87 A.4 to A.6). */
    int sample(int signedContext, int left, int above, int aboveLeft) {
        int mirror = signedContext >> 31;
        int context = (signedContext ^ mirror) - mirror;
        int predicted = clamp(predicted(left, above, aboveLeft) + ((correction[context] ^ mirror) - mirror));
        int parameter = parameter(magnitude[context], seen[context]);
        int coded = coded(parameter, limit);
        int error = coded >> 1 ^ -(coded & 1);
        if (parameter == 0 && near == 0 && 2 * bias[context] <= -seen[context]) {
            error = ~error;
        }
        learn(context, error);
        return reconstructed(predicted, (error ^ mirror) - mirror);
    }

    /** The median of left, above and the plane through all three. */
    private static int predicted(int left, int above, int aboveLeft) {
        int low = Math.min(left, above);
        int high = Math.max(left, above);
        return aboveLeft >= high ? low : aboveLeft <= low ? high : left + above - aboveLeft;
    }

    private int clamp(int value) {
        return Math.max(0, Math.min(maxValue, value));
    }

    /** The Golomb parameter k (T.87 A.5.1). */
    private static int parameter(int sum, int count) {
        int k = 0;
        while (k < MAX_PARAMETER && count << k < sum) {
            k++;
        }
        return k;
    }

    /** A Golomb code of limited length (T.87 A.5.3); refuses more than an error can be. */
    private int coded(int parameter, int longest) {
        int escape = longest - rangeBits - 1;
        int zeros = in.zeros(escape);
        int value = zeros < escape ? (zeros << parameter) + in.read(parameter) : in.read(rangeBits) + 1;
        if (value > 2 * range) {
            in.requireNoneMadeUp();
            throw in.refused("error of a sample", Integer.toString(value), "at most " + 2 * range);
        }
        return value;
    }

    /** T.87 A.6.1 and A.6.2. */
    private void learn(int context, int error) {
        int sum = bias[context] + error * step;
        int count = seen[context];
        magnitude[context] += Math.abs(error);
        if (count == reset) {
            magnitude[context] >>= 1;
            sum >>= 1;
            count >>= 1;
        }
        count++;
        seen[context] = count;
        if (sum <= -count) {
            correction[context] = Math.max(-MAX_CORRECTION - 1, correction[context] - 1);
            sum = Math.max(sum + count, 1 - count);
        } else if (sum > 0) {
            correction[context] = Math.min(MAX_CORRECTION, correction[context] + 1);
            sum = Math.min(sum - count, 0);
        }
        bias[context] = sum;
    }

    /** Errors are counted modulo the range (T.87 A.4.5). */
    private int reconstructed(int predicted, int error) {
        int value = predicted + error * step;
        if (value < -near) {
            value += range * step;
        } else if (value > maxValue + near) {
            value -= range * step;
        }
        return clamp(value);
    }

    /**
     * The length of a run (T.87 A.7.1).
     *
     * @param most to the end of the line
     * @param order adapts to the lengths that were met
     */
    int run(int most, RunOrder order) {
        int length = 0;
        while (in.read(1) == 1) {
            int part = 1 << RUN_ORDERS[order.index];
            length += part;
            if (length >= most) {
                order.index += length == most && order.index < RUN_ORDERS.length - 1 ? 1 : 0;
                return most;
            }
            order.index = Math.min(order.index + 1, RUN_ORDERS.length - 1);
        }
        length += in.read(RUN_ORDERS[order.index]);
        if (length >= most) {
            in.requireNoneMadeUp();
            throw in.refused("run", length + " samples", "less than " + most);
        }
        return length;
    }

    /** The sample that ends a run, where it may be predicted from the left one too (T.87 A.7.2). */
    int runEnd(int left, int above, RunOrder order) {
        return Math.abs(left - above) <= near ? runEnd(1, left, 1, order) : runEndAbove(left, above, order);
    }

    /** The sample that ends a run, predicted from the one above. */
    int runEndAbove(int left, int above, RunOrder order) {
        return runEnd(0, above, left > above ? -1 : 1, order);
    }

    private int runEnd(int type, int predicted, int sign, RunOrder order) {
        int context = RUN_END + type;
        int count = seen[context];
        int parameter = parameter(magnitude[context] + type * (count >> 1), count);
        int coded = coded(parameter, limit - RUN_ORDERS[order.index] - 1);
        int odd = coded + type & 1;
        int error = coded + type + odd >> 1;
        boolean oftenNegative = parameter != 0 || 2 * bias[context] >= count;
        if (oftenNegative == (odd == 1)) {
            error = -error;
        }
        learnRunEnd(context, error, coded + 1 - type >> 1);
        return reconstructed(predicted, sign * error);
    }

    /** T.87 A.7.2.2: here {@link #bias} counts errors below zero. */
    private void learnRunEnd(int context, int error, int size) {
        bias[context] += error < 0 ? 1 : 0;
        magnitude[context] += size;
        if (seen[context] == reset) {
            magnitude[context] >>= 1;
            bias[context] >>= 1;
            seen[context] >>= 1;
        }
        seen[context]++;
    }

    /** How long the runs of a component were of late (T.87 A.2.1, RUNindex). */
    static final class RunOrder {

        private int index;

        /** After a run that a sample ended. */
        void shorten() {
            index = Math.max(0, index - 1);
        }

        void restart() {
            index = 0;
        }
    }
}
