package org.tandem.codec.jpeg2000;

/**
 * Bits read from the start of a segment on, lowest bit first; after a byte of FF the next one has seven (15444-15 7.1).
 * Not thread-safe.
 */
final class HtForwardBits {

    private final int filler;
    private byte[] bytes = {};
    private int position;
    private int end;
    private boolean afterFull;
    private long window;
    private int count;

    /** Past the end come bytes of this value. */
    HtForwardBits(int filler) {
        this.filler = filler;
    }

    void start(byte[] segment, int offset, int segmentEnd) {
        bytes = segment;
        position = offset;
        end = segmentEnd;
        afterFull = false;
        window = 0;
        count = 0;
    }

    /** At most 31 bits. */
    int take(int length) {
        if (count < length) {
            fill();
        }
        int taken = (int) (window & (1L << length) - 1);
        window >>>= length;
        count -= length;
        return taken;
    }

    private void fill() {
        while (count <= Long.SIZE - Byte.SIZE - 1) {
            int next = position < end ? bytes[position++] & 0xFF : filler;
            window |= (long) (afterFull ? next & 0x7F : next) << count;
            count += afterFull ? 7 : 8;
            afterFull = next == 0xFF;
        }
    }
}
