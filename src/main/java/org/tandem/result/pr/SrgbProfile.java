package org.tandem.result.pr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colours of sRGB as an ICC profile of class input device (PS3.3 C.11.15.1.1 wants that class), version 2.1: three
 * primaries, their white, and the curve of IEC 61966-2-1 in 1024 steps. Written here, so that it is the same bytes on
 * every machine.
 */
final class SrgbProfile {

    private static final int HEADER_LENGTH = 128;
    private static final int STEPS = 1024;
    private static final int FULL_SCALE = 0xFFFF;

    /** D50, the white of the connection space (ICC.1:2001-04, 6.1.11). */
    private static final double[] WHITE = {0.9642, 1.0, 0.8249};

    /** Red, green and blue in XYZ, their white D65 adapted to D50 by Bradford's method. */
    private static final double[][] PRIMARIES = {
        {0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}
    };

    private SrgbProfile() {}

    static byte[] bytes() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description("sRGB"));
        tags.put("cprt", text("Public domain"));
        tags.put("wtpt", xyz(WHITE));
        tags.put("rXYZ", xyz(PRIMARIES[0]));
        tags.put("gXYZ", xyz(PRIMARIES[1]));
        tags.put("bXYZ", xyz(PRIMARIES[2]));
        tags.put("rTRC", curve());
        tags.put("gTRC", tags.get("rTRC"));
        tags.put("bTRC", tags.get("rTRC"));
        return profile(tags);
    }

    /** Header, table of tags, and their data, each from a multiple of 4 bytes on; equal data once. */
    private static byte[] profile(Map<String, byte[]> tags) {
        int start = HEADER_LENGTH + Integer.BYTES + 12 * tags.size();
        ByteBuffer table = ByteBuffer.allocate(start - HEADER_LENGTH).putInt(tags.size());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        IdentityHashMap<byte[], Integer> offsets = new IdentityHashMap<>();
        tags.forEach((name, bytes) -> {
            int offset = offsets.computeIfAbsent(bytes, any -> {
                int at = start + data.size();
                data.writeBytes(bytes);
                data.writeBytes(new byte[-bytes.length & 3]);
                return at;
            });
            table.put(ascii(name)).putInt(offset).putInt(bytes.length);
        });
        ByteBuffer profile = ByteBuffer.allocate(start + data.size());
        profile.put(header(start + data.size())).put(table.array()).put(data.toByteArray());
        return profile.array();
    }

    private static byte[] header(int length) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_LENGTH).putInt(length);
        header.putInt(8, 0x02100000).put(12, ascii("scnrRGB XYZ "));
        header.putShort(24, (short) 2026).putShort(26, (short) 1).putShort(28, (short) 1);
        header.put(36, ascii("acsp"));
        for (int i = 0; i < WHITE.length; i++) {
            header.putInt(68 + Integer.BYTES * i, fixed(WHITE[i]));
        }
        return header.array();
    }

    private static byte[] xyz(double... values) {
        ByteBuffer tag = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double value : values) {
            tag.putInt(fixed(value));
        }
        return tag.array();
    }

    /** s15Fixed16Number. */
    private static int fixed(double value) {
        return (int) Math.round(value * (1 << 16));
    }

    private static byte[] text(String text) {
        return ByteBuffer.allocate(8 + text.length() + 1)
                .put(ascii("text"))
                .putInt(0)
                .put(ascii(text))
                .array();
    }

    /** textDescriptionType: ASCII only, with the empty Unicode and Macintosh parts that it must have. */
    private static byte[] description(String text) {
        return ByteBuffer.allocate(12 + text.length() + 1 + 78)
                .put(ascii("desc"))
                .putInt(0)
                .putInt(text.length() + 1)
                .put(ascii(text))
                .array();
    }

    private static byte[] curve() {
        ByteBuffer tag = ByteBuffer.allocate(12 + Short.BYTES * STEPS);
        tag.put(ascii("curv")).putInt(0).putInt(STEPS);
        for (int i = 0; i < STEPS; i++) {
            tag.putShort((short) Math.round(linear((double) i / (STEPS - 1)) * FULL_SCALE));
        }
        return tag.array();
    }

    private static double linear(double srgb) {
        return srgb <= 0.04045 ? srgb / 12.92 : StrictMath.pow((srgb + 0.055) / 1.055, 2.4);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
