package org.tandem.codec.jpeg2000;

/** The irreversible transform of one row. Not thread-safe. */
final class Line97 {

    private final int parity;
    private final int width;
    private final int lows;
    private final int highs;
    private final float[] lifts;
    /** Each with its border values once more before and behind it, which is what mirroring comes to. */
    private final float[] low;

    private final float[] high;
    private float lowScale = 1;
    private float highScale = 1;

    /**
     * Makes room for rows.
     *
     * @param parity of the first column: 1 if that is a high-pass one
     * @param lifts the four constants; not copied
     */
    Line97(int parity, int width, float[] lifts) {
        this.parity = parity;
        this.width = width;
        this.lows = (width + 1 - parity) / 2;
        this.highs = width - lows;
        this.lifts = lifts;
        this.low = new float[lows + 2];
        this.high = new float[highs + 2];
    }

    /** What coefficients of the next rows are multiplied with. */
    void scale(float forLow, float forHigh) {
        lowScale = forLow;
        highScale = forHigh;
    }

    /** Joins a row of low-pass and a row of high-pass coefficients. */
    void join(float[] lowBand, float[] highBand, int row, float[] out, int at) {
        if (width == 1) {
            joinOne(lowBand, highBand, row, out, at);
            return;
        }
        load(lowBand, row * lows, low, lows, lowScale);
        load(highBand, row * highs, high, highs, highScale);
        lift(low, lows, high, parity, lifts[0]);
        lift(high, highs, low, 1 - parity, lifts[1]);
        lift(low, lows, high, parity, lifts[2]);
        lift(high, highs, low, 1 - parity, lifts[3]);
        for (int n = 0; n < lows; n++) {
            out[at + 2 * n + parity] = low[n + 1];
        }
        for (int n = 0; n < highs; n++) {
            out[at + 2 * n + 1 - parity] = high[n + 1];
        }
    }

    /** What scales the direction of this row cancels, what scales the other one stays: its root. */
    private void joinOne(float[] lowBand, float[] highBand, int row, float[] out, int at) {
        float vertical = (float) Math.sqrt(lowScale * highScale);
        out[at] = parity == 0 ? lowBand[row] * vertical : highBand[row] * vertical / 2;
    }

    private static void load(float[] band, int from, float[] line, int count, float scale) {
        for (int n = 0; n < count; n++) {
            line[n + 1] = band[from + n] * scale;
        }
        mirror(line, count);
    }

    private static void mirror(float[] line, int count) {
        line[0] = line[1];
        line[count + 1] = line[count];
    }

    private static void lift(float[] line, int count, float[] neighbours, int ahead, float times) {
        for (int n = 0; n < count; n++) {
            line[n + 1] -= times * (neighbours[n + ahead] + neighbours[n + 1 + ahead]);
        }
        mirror(line, count);
    }
}
