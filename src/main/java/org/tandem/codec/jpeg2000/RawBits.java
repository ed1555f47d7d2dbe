package org.tandem.codec.jpeg2000;

/** Bits that went around the arithmetic coder: after a byte of FF the next one has seven (15444-1 D.6). */
final class RawBits {

    private byte[] bytes = {};
    private int position;
    private int end;
    private int current;
    private int left;

    /** Begins a segment. Does not copy. */
    void start(byte[] segments, int offset, int segmentEnd) {
        bytes = segments;
        position = offset;
        end = segmentEnd;
        current = 0;
        left = 0;
    }

    /** The next bit; past the end they are ones. */
    int bit() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = position < end ? bytes[position++] & 0xFF : 0xFF;
        }
        left--;
        return current >> left & 1;
    }
}
