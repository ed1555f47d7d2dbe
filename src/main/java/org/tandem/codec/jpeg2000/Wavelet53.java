package org.tandem.codec.jpeg2000;

/**
 * The reversible transform (15444-1 F.3.8.1): {@code x(2n) = y(2n) - (y(2n-1) + y(2n+1) + 2) / 4}, then {@code x(2n+1)
 * = y(2n+1) + (x(2n) + x(2n+2)) / 2}, both rounded down; beyond the borders the signal is mirrored.
 */
final class Wavelet53 implements Wavelet<int[]> {

    @Override
    public int[] plane(int count) {
        return new int[count];
    }

    @Override
    public void store(int[] block, int stride, Area at, Band band, int[] plane) {
        int width = at.width();
        int planeWidth = band.area().width();
        for (int y = 0; y < at.height(); y++) {
            int from = y * stride;
            int to = (at.y0() - band.area().y0() + y) * planeWidth
                    + at.x0()
                    - band.area().x0();
            for (int x = 0; x < width; x++) {
                plane[to + x] = block[from + x] / 2;
            }
        }
    }

    /** Rows are joined from left and right first; as soon as its neighbours are there, a row is lifted in place. */
    @Override
    public int[] join(Area area, Bands<int[]> bands) {
        int width = area.width();
        int height = area.height();
        int[] out = new int[area.count()];
        Line53 line = new Line53(area.x0() & 1, width);
        int parity = area.y0() & 1;
        for (int row = 0; row < height + 2; row++) {
            if (row < height) {
                boolean low = (row + parity & 1) == 0;
                line.join(low ? bands.ll() : bands.lh(), low ? bands.hl() : bands.hh(), row >> 1, out, row * width);
            }
            if (height > 1 && (row - 1 + parity & 1) == 0) {
                liftLow(out, width, row - 1);
                liftHigh(out, width, row - 2);
            }
        }
        if (height == 1 && parity == 1) {
            halve(out);
        }
        return out;
    }

    private static void liftLow(int[] out, int width, int row) {
        int height = out.length / width;
        if (row < 0 || row >= height) {
            return;
        }
        int above = (row == 0 ? 1 : row - 1) * width;
        int below = (row == height - 1 ? row - 1 : row + 1) * width;
        int here = row * width;
        for (int x = 0; x < width; x++) {
            out[here + x] -= out[above + x] + out[below + x] + 2 >> 2;
        }
    }

    private static void liftHigh(int[] out, int width, int row) {
        int height = out.length / width;
        if (row < 0 || row >= height) {
            return;
        }
        int above = (row == 0 ? 1 : row - 1) * width;
        int below = (row == height - 1 ? row - 1 : row + 1) * width;
        int here = row * width;
        for (int x = 0; x < width; x++) {
            out[here + x] += out[above + x] + out[below + x] >> 1;
        }
    }

    /** A single line has no neighbours: if it is a high-pass one, it is twice the sample (F.3.6). */
    static void halve(int[] line) {
        for (int i = 0; i < line.length; i++) {
            line[i] /= 2;
        }
    }
}
