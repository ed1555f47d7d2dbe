package org.tandem.codec;

/** Stored values out of the bytes of a frame, little endian. */
final class Samples {

    private Samples() {}

    /** All samples of a frame; one-bit pixels begin at a bit of the first byte. */
    static int[] of(byte[] bytes, int firstBit, PixelFormat format) {
        int[] values = new int[format.frameSamples()];
        PixelFormat.Bits bits = format.bits();
        switch (bits.allocated()) {
            case 1 -> unpackBits(bytes, firstBit, values);
            case 8 -> unpackBytes(bytes, bits, values);
            case 16 -> unpackWords(bytes, bits, values);
            default -> unpackDoubleWords(bytes, bits, values);
        }
        return values;
    }

    /** Puts the samples of each pixel side by side, where they came plane by plane (PS3.3 C.7.6.3.1.3). */
    static int[] interleaved(int[] byPlane, int planes) {
        int[] byPixel = new int[byPlane.length];
        int pixels = byPlane.length / planes;
        for (int i = 0; i < byPlane.length; i++) {
            byPixel[i % pixels * planes + i / pixels] = byPlane[i];
        }
        return byPixel;
    }

    /** The least significant bit of a byte comes first (PS3.5 8.1.1). */
    private static void unpackBits(byte[] bytes, int firstBit, int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (bytes[(firstBit + i) / 8] >> ((firstBit + i) % 8)) & 1;
        }
    }

    private static void unpackBytes(byte[] bytes, PixelFormat.Bits bits, int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = bits.value(bytes[i] & 0xFF);
        }
    }

    private static void unpackWords(byte[] bytes, PixelFormat.Bits bits, int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = bits.value((bytes[2 * i] & 0xFF) | ((bytes[2 * i + 1] & 0xFF) << 8));
        }
    }

    private static void unpackDoubleWords(byte[] bytes, PixelFormat.Bits bits, int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = bits.value((bytes[4 * i] & 0xFF)
                    | ((bytes[4 * i + 1] & 0xFF) << 8)
                    | ((bytes[4 * i + 2] & 0xFF) << 16)
                    | (bytes[4 * i + 3] << 24));
        }
    }
}
