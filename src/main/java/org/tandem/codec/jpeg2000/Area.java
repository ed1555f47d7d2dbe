package org.tandem.codec.jpeg2000;

/** A rectangle of a grid; the right and the lower border are outside of it. May be empty. */
record Area(int x0, int y0, int x1, int y1) {

    int width() {
        return Math.max(0, x1 - x0);
    }

    int height() {
        return Math.max(0, y1 - y0);
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    /** Points in it, of an area that was held to the size of a frame. */
    int count() {
        return Math.multiplyExact(width(), height());
    }

    Area intersection(Area other) {
        return new Area(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
    }

    /** On a grid of every dx-th column and dy-th row (B-12). */
    Area subsampled(int dx, int dy) {
        return new Area(ceilDiv(x0, dx), ceilDiv(y0, dy), ceilDiv(x1, dx), ceilDiv(y1, dy));
    }

    /** On a grid coarser by powers of two (B-14). */
    Area reduced(int levels) {
        return band(levels, 0, 0);
    }

    /**
     * The part of a tile-component that a sub-band covers (B-15).
     *
     * @param level of decomposition, 0 for the whole
     * @param high 1 where the sub-band is high-pass: horizontally, vertically
     */
    Area band(int level, int highX, int highY) {
        long offsetX = level == 0 ? 0 : (long) highX << (level - 1);
        long offsetY = level == 0 ? 0 : (long) highY << (level - 1);
        return new Area(
                ceilShift(x0 - offsetX, level),
                ceilShift(y0 - offsetY, level),
                ceilShift(x1 - offsetX, level),
                ceilShift(y1 - offsetY, level));
    }

    static int ceilDiv(int value, int divisor) {
        return (int) (((long) value + divisor - 1) / divisor);
    }

    private static int ceilShift(long value, int shift) {
        return (int) ((value + (1L << shift) - 1) >> shift);
    }
}
