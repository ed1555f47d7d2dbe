package org.tandem.codec.jpegls;

import org.tandem.codec.frame.MarkerReader;

/**
 * Preset coding parameters (T.87 C.2.4.1.1); 0 stands for what the standard takes where nothing is said.
 *
 * @param maxValue the largest sample
 * @param t1 above which a difference of neighbours is of the second class, up to {@code t3} of the fourth
 * @param reset after how many samples of a context its statistics are halved
 */
record Preset(int maxValue, int t1, int t2, int t3, int reset) {

    /** Nothing is said. */
    static final Preset DEFAULT = new Preset(0, 0, 0, 0, 0);

    private static final int BASIC_T1 = 3;
    private static final int BASIC_T2 = 7;
    private static final int BASIC_T3 = 21;
    private static final int BASIC_RESET = 64;

    static Preset read(MarkerReader in) {
        return new Preset(in.u16(), in.u16(), in.u16(), in.u16(), in.u16());
    }

    /** With what the standard takes for what is not said; refuses what contradicts itself. */
    Preset complete(int precision, int near, MarkerReader in) {
        int max = maxValue == 0 ? (1 << precision) - 1 : maxValue;
        int most = Math.min(max, 4095);
        boolean small = max < 128;
        int factor = small ? 256 / (max + 1) : (most + 128) / 256;
        int first = small ? Math.max(2, BASIC_T1 / factor + 3 * near) : factor * (BASIC_T1 - 2) + 2 + 3 * near;
        int second = small ? Math.max(3, BASIC_T2 / factor + 5 * near) : factor * (BASIC_T2 - 3) + 3 + 5 * near;
        int third = small ? Math.max(4, BASIC_T3 / factor + 7 * near) : factor * (BASIC_T3 - 4) + 4 + 7 * near;
        int own1 = t1 == 0 ? clamp(first, near + 1, max) : t1;
        int own2 = t2 == 0 ? clamp(second, own1, max) : t2;
        int own3 = t3 == 0 ? clamp(third, own2, max) : t3;
        Preset whole = new Preset(max, own1, own2, own3, reset == 0 ? BASIC_RESET : reset);
        if (!whole.holds(precision, near)) {
            throw in.refused("coding parameters, near " + near, whole.toString(), "those of T.87 table C.1");
        }
        return whole;
    }

    /** T.87 C.2.4.1.1, figure C.3: what is out of range falls to the lower bound. */
    private static int clamp(int value, int low, int high) {
        return value > high || value < low ? low : value;
    }

    private boolean holds(int precision, int near) {
        return maxValue < 1 << precision
                && near <= Math.min(255, maxValue / 2)
                && t1 > near
                && t2 >= t1
                && t3 >= t2
                && t3 <= maxValue
                && reset >= 3;
    }
}
