package org.tandem.net.pdu;

import java.nio.charset.StandardCharsets;

/** Walks over a range of bytes of an association PDU and refuses to leave it. Big endian, as the upper layer is. */
final class ItemCursor {

    private final byte[] bytes;
    private final int end;
    private int position;

    ItemCursor(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ItemCursor(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    int remaining() {
        return end - position;
    }

    int uint8() throws ProtocolViolation {
        return bytes[advance(1)] & 0xFF;
    }

    int uint16() throws ProtocolViolation {
        return uint8() << 8 | uint8();
    }

    long uint32() throws ProtocolViolation {
        return (long) uint16() << 16 | uint16();
    }

    void skip(int count) throws ProtocolViolation {
        advance(count);
    }

    /** A cursor over the next so many bytes, which this one steps over. */
    ItemCursor slice(int count) throws ProtocolViolation {
        int start = advance(count);
        return new ItemCursor(bytes, start, start + count);
    }

    /** What an item holds, its type read already: a reserved byte, the length, the content. */
    ItemCursor item() throws ProtocolViolation {
        skip(1);
        return slice(uint16());
    }

    /** So many bytes as text, one character a byte. */
    String text(int count) throws ProtocolViolation {
        return new String(bytes, advance(count), count, StandardCharsets.ISO_8859_1);
    }

    /** The rest as a UID or name, the padding dropped that old peers add. */
    String trimmedText() throws ProtocolViolation {
        String text = text(remaining());
        int length = text.length();
        while (length > 0 && (text.charAt(length - 1) == '\0' || text.charAt(length - 1) == ' ')) {
            length--;
        }
        return text.substring(0, length);
    }

    private int advance(int count) throws ProtocolViolation {
        if (count > remaining()) {
            throw new ProtocolViolation(
                    AbortReason.INVALID_PARAMETER,
                    "item runs past its end: needs " + count + " bytes, has " + remaining());
        }
        int start = position;
        position += count;
        return start;
    }
}
