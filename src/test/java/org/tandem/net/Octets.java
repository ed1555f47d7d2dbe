package org.tandem.net;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Byte strings for tests, written as pairs of hex digits; text in quotes stands for its ASCII bytes. */
public final class Octets {

    private Octets() {}

    /** For example {@code "10 00 00 15 '1.2.840.10008.3.1.1.1'"}; lines may end in a comment after {@code #}. */
    public static byte[] of(String... lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String line : lines) {
            String[] parts = line.split("#", 2)[0].split("'", -1);
            for (int i = 0; i < parts.length; i++) {
                out.writeBytes(
                        i % 2 == 1
                                ? parts[i].getBytes(StandardCharsets.US_ASCII)
                                : HexFormat.of().parseHex(parts[i].replace(" ", "")));
            }
        }
        return out.toByteArray();
    }

    /** So many bytes that differ from their neighbours, the same each time. */
    static byte[] pattern(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 31 + (i >>> 8));
        }
        return bytes;
    }
}
