package org.tandem.codec.jpeg2000;

/**
 * Bits read from the end of a segment towards its start, lowest bit first; before a byte above 8F, one whose low bits
 * are all set has seven (15444-15 7.1). Past the start there are zeros. Not thread-safe.
 */
final class HtBackwardBits {

    private byte[] bytes = {};
    private int position;
    private int start;
    private boolean afterHigh;
    private long window;
    private int count;

    /** Begins at the last byte of a segment of refinement bits. */
    void start(byte[] segment, int offset, int segmentEnd) {
        bytes = segment;
        position = segmentEnd;
        start = offset;
        afterHigh = true;
        window = 0;
        count = 0;
    }

    /** Begins in the high half of the last byte but one of a cleanup segment. */
    void startHalf(byte[] segment, int offset, int segmentEnd) {
        start(segment, offset, segmentEnd - 2);
        int shared = segment[segmentEnd - 2] & 0xFF;
        window = shared >> 4;
        count = (window & 7) == 7 ? 3 : 4;
        afterHigh = (shared | 0x0F) > 0x8F;
    }

    /** The next bits, the first one lowest, at least 32 of them; they stay. */
    int peek() {
        if (count < Integer.SIZE) {
            fill();
        }
        return (int) window;
    }

    void skip(int length) {
        window >>>= length;
        count -= length;
    }

    int take(int length) {
        int taken = peek() & (1 << length) - 1;
        skip(length);
        return taken;
    }

    private void fill() {
        while (count <= Long.SIZE - Byte.SIZE - 1) {
            int next = position > start ? bytes[--position] & 0xFF : 0;
            boolean stuffed = afterHigh && (next & 0x7F) == 0x7F;
            window |= (long) (stuffed ? 0x7F : next) << count;
            count += stuffed ? 7 : 8;
            afterHigh = next > 0x8F;
        }
    }
}
