package org.tandem.codec.jpeg2000;

/** Reads big-endian numbers of a stretch of the frame and refuses to read past its end. Not thread-safe. */
final class ByteInput {

    private final byte[] bytes;
    private final int end;
    private int position;

    /** Does not copy. */
    ByteInput(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    int u8(String what) {
        require(1, what);
        return bytes[position++] & 0xFF;
    }

    int u16(String what) {
        require(2, what);
        int value = (bytes[position] & 0xFF) << 8 | bytes[position + 1] & 0xFF;
        position += 2;
        return value;
    }

    long u32(String what) {
        return (long) u16(what) << 16 | u16(what);
    }

    /** A number of 32 bits that has to be one of 31: sizes and places of images that fit into memory. */
    int size(String what) {
        long value = u32(what);
        if (value > Integer.MAX_VALUE) {
            throw Refusals.refused(what, position - 4, value, "at most " + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    /** The next bytes as an input of their own; they are skipped here. */
    ByteInput slice(int length, String what) {
        require(length, what);
        position += length;
        return new ByteInput(bytes, position - length, position);
    }

    /** Copies all that is left. */
    byte[] rest() {
        byte[] rest = new byte[remaining()];
        System.arraycopy(bytes, position, rest, 0, rest.length);
        position = end;
        return rest;
    }

    void skipTo(int offset) {
        position = Math.min(Math.max(offset, position), end);
    }

    private void require(int length, String what) {
        if (length < 0 || length > remaining()) {
            throw Refusals.refused(what, position, remaining() + " bytes", length + " bytes");
        }
    }
}
