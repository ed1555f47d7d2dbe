package org.tandem.codec;

/** The cells of a frame out of its bytes, little endian, and back. */
final class Samples {

    private Samples() {}

    /** All cells of a frame; one-bit pixels begin at a bit of the first byte. */
    static int[] cells(byte[] bytes, int firstBit, PixelFormat format) {
        return cells(
                bytes, firstBit, new int[format.frameSamples()], format.bits().allocated());
    }

    /** Fills the cells, each of so many bits. */
    static int[] cells(byte[] bytes, int firstBit, int[] cells, int allocated) {
        switch (allocated) {
            case 1 -> unpackBits(bytes, firstBit, cells);
            case 8 -> unpackBytes(bytes, cells);
            case 16 -> unpackWords(bytes, cells);
            default -> unpackDoubleWords(bytes, cells);
        }
        return cells;
    }

    /** The bytes of cells of 8, 16 or 32 bits as they stand in a file of little endian. */
    static byte[] bytes(int[] cells, int allocated) {
        int width = allocated / Byte.SIZE;
        byte[] bytes = new byte[Math.multiplyExact(cells.length, width)];
        for (int i = 0; i < cells.length; i++) {
            for (int at = 0; at < width; at++) {
                bytes[i * width + at] = (byte) (cells[i] >>> (Byte.SIZE * at));
            }
        }
        return bytes;
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
    private static void unpackBits(byte[] bytes, int firstBit, int[] cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (bytes[(firstBit + i) / 8] >> ((firstBit + i) % 8)) & 1;
        }
    }

    private static void unpackBytes(byte[] bytes, int[] cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = bytes[i] & 0xFF;
        }
    }

    private static void unpackWords(byte[] bytes, int[] cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (bytes[2 * i] & 0xFF) | ((bytes[2 * i + 1] & 0xFF) << 8);
        }
    }

    private static void unpackDoubleWords(byte[] bytes, int[] cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (bytes[4 * i] & 0xFF)
                    | ((bytes[4 * i + 1] & 0xFF) << 8)
                    | ((bytes[4 * i + 2] & 0xFF) << 16)
                    | (bytes[4 * i + 3] << 24);
        }
    }
}
