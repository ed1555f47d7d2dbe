package org.tandem.codec.jpeg2000;

/** The reversible transform of one row. Not thread-safe. */
final class Line53 {

    private final int parity;
    private final int width;
    private final int lows;
    private final int highs;
    /** Each with its border values once more before and behind it, which is what mirroring comes to. */
    private final int[] low;

    private final int[] high;

    /**
     * Makes room for rows.
     *
     * @param parity of the first column: 1 if that is a high-pass one
     */
    Line53(int parity, int width) {
        this.parity = parity;
        this.width = width;
        this.lows = (width + 1 - parity) / 2;
        this.highs = width - lows;
        this.low = new int[lows + 2];
        this.high = new int[highs + 2];
    }

    /** Joins a row of low-pass and a row of high-pass coefficients. */
    void join(int[] lowBand, int[] highBand, int row, int[] out, int at) {
        if (width == 1) {
            out[at] = parity == 0 ? lowBand[row] : highBand[row] / 2;
            return;
        }
        System.arraycopy(highBand, row * highs, high, 1, highs);
        high[0] = high[1];
        high[highs + 1] = high[highs];
        int fromLow = row * lows;
        for (int n = 0; n < lows; n++) {
            low[n + 1] = lowBand[fromLow + n] - (high[n + parity] + high[n + 1 + parity] + 2 >> 2);
        }
        low[0] = low[1];
        low[lows + 1] = low[lows];
        int ahead = 1 - parity;
        for (int n = 0; n < highs; n++) {
            high[n + 1] += low[n + ahead] + low[n + 1 + ahead] >> 1;
        }
        interleave(out, at);
    }

    private void interleave(int[] out, int at) {
        for (int n = 0; n < lows; n++) {
            out[at + 2 * n + parity] = low[n + 1];
        }
        for (int n = 0; n < highs; n++) {
            out[at + 2 * n + 1 - parity] = high[n + 1];
        }
    }
}
