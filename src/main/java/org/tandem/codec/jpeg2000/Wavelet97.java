package org.tandem.codec.jpeg2000;

/**
 * The irreversible transform (15444-1 F.3.8.2): after scaling, four times every other sample loses its two neighbours
 * times a constant, low-pass samples first; beyond the borders the signal is mirrored.
 */
final class Wavelet97 implements Wavelet<float[]> {

    /** K and the lifting parameters of Table F.4, in the order in which the inverse transform takes them. */
    private static final double K = 1.230_174_104_914_001;

    private static final float[] LIFTS = {
        0.443_506_852_043_971f, 0.882_911_075_530_934f, -0.052_980_118_572_961f, -1.586_134_342_059_924f
    };

    /** Scales of both directions in one: a low-pass row times K, its low-pass columns once more. */
    private static final float LOW_LOW = (float) (K * K);

    private static final float HIGH_HIGH = (float) (1 / (K * K));

    @Override
    public float[] plane(int count) {
        return new float[count];
    }

    @Override
    public void store(int[] block, int stride, Area at, Band band, float[] plane) {
        int width = at.width();
        int planeWidth = band.area().width();
        float half = band.step() / 2;
        for (int y = 0; y < at.height(); y++) {
            int from = y * stride;
            int to = (at.y0() - band.area().y0() + y) * planeWidth
                    + at.x0()
                    - band.area().x0();
            for (int x = 0; x < width; x++) {
                plane[to + x] = block[from + x] * half;
            }
        }
    }

    /** Rows are joined from left and right first; as soon as its neighbours are there, a row is lifted in place. */
    @Override
    public float[] join(Area area, Bands<float[]> bands) {
        int width = area.width();
        int height = area.height();
        float[] out = new float[area.count()];
        Line97 line = new Line97(area.x0() & 1, width, LIFTS);
        int parity = area.y0() & 1;
        for (int row = 0; row < height + LIFTS.length; row++) {
            if (row < height) {
                boolean low = (row + parity & 1) == 0;
                line.scale(low ? LOW_LOW : 1, low ? 1 : HIGH_HIGH);
                line.join(low ? bands.ll() : bands.lh(), low ? bands.hl() : bands.hh(), row >> 1, out, row * width);
            }
            if (height > 1 && (row - 1 + parity & 1) == 0) {
                for (int step = 0; step < LIFTS.length; step++) {
                    lift(out, width, row - 1 - step, LIFTS[step]);
                }
            }
        }
        if (height == 1) {
            unscale(out, parity);
        }
        return out;
    }

    private static void lift(float[] out, int width, int row, float times) {
        int height = out.length / width;
        if (row < 0 || row >= height) {
            return;
        }
        int above = (row == 0 ? 1 : row - 1) * width;
        int below = (row == height - 1 ? row - 1 : row + 1) * width;
        int here = row * width;
        for (int x = 0; x < width; x++) {
            out[here + x] -= times * (out[above + x] + out[below + x]);
        }
    }

    /** A single line has no neighbours: it is not scaled, and if it is a high-pass one, it is twice the sample. */
    private static void unscale(float[] line, int parity) {
        float scale = (float) (parity == 0 ? 1 / K : K / 2);
        for (int i = 0; i < line.length; i++) {
            line[i] *= scale;
        }
    }
}
