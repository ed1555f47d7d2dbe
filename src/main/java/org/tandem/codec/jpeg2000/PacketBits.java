package org.tandem.codec.jpeg2000;

/**
 * The bits of packet headers: after a byte of FF the next one has seven (15444-1 B.10.1). Past the end there are zeros,
 * and {@link #isExhausted} tells. Not thread-safe.
 */
final class PacketBits {

    private final byte[] bytes;
    private int position;
    private int current;
    private int left;
    private boolean exhausted;

    /** Does not copy. */
    PacketBits(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Not copied. */
    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    boolean isExhausted() {
        return exhausted;
    }

    /** Goes to the first byte of a header. */
    void start(int offset) {
        position = offset;
        current = 0;
        left = 0;
    }

    int bit() {
        if (left == 0) {
            next();
        }
        left--;
        return current >> left & 1;
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** Goes to the byte behind the header. */
    void align() {
        if (current == 0xFF) {
            position++;
        }
        left = 0;
        current = 0;
    }

    private void next() {
        left = current == 0xFF ? 7 : 8;
        if (position < bytes.length) {
            current = bytes[position++] & 0xFF;
        } else {
            exhausted = true;
            current = 0;
        }
    }
}
