package org.tandem.net.pdu;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of items as they are laid out, big endian (PS3.8 9.3.1); text is one character a byte. */
final class ItemBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ItemBytes octets(int... octets) {
        for (int octet : octets) {
            out.write(octet);
        }
        return this;
    }

    ItemBytes uint16(int value) {
        return octets(value >>> 8, value);
    }

    ItemBytes uint32(long value) {
        return uint16((int) (value >>> 16)).uint16((int) value);
    }

    ItemBytes text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Text with its length in two bytes before it. */
    ItemBytes field(String text) {
        return uint16(text.length()).text(text);
    }

    ItemBytes append(ItemBytes other) {
        out.writeBytes(other.bytes());
        return this;
    }

    /** An item: its type, a reserved byte, the length of its content, the content. */
    ItemBytes item(int type, ItemBytes content) {
        return octets(type, 0).uint16(content.out.size()).append(content);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
