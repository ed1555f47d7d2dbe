package org.tandem.codec;

import org.tandem.codec.frame.FrameShape;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;

/**
 * How the pixels of an image are laid out (PS3.3 C.7.6.3, PS3.5 8).
 *
 * @param bits where the stored value stands in its cell
 * @param frames Number of Frames, 1 where it is absent
 */
public record PixelFormat(int rows, int columns, int samples, Bits bits, int frames) {

    /**
     * The cell of a sample.
     *
     * @param allocated bits of the cell: 1, 8, 16 or 32
     * @param stored bits of the value in it
     * @param high position of the value's most significant bit
     * @param signed whether the value is two's complement
     */
    public record Bits(int allocated, int stored, int high, boolean signed) {

        /** The value that stands in a cell: what is above or below it (overlays, garbage) is masked out. */
        int value(int cell) {
            int atBottom = cell >>> (high - stored + 1);
            int unused = Integer.SIZE - stored;
            return signed ? atBottom << unused >> unused : atBottom << unused >>> unused;
        }

        /** The least number that a value can be. */
        public double least() {
            return signed ? -Math.scalb(1.0, stored - 1) : 0;
        }

        /** The greatest number that a value can be. */
        public double greatest() {
            return Math.scalb(1.0, signed ? stored - 1 : stored) - 1;
        }

        /** A value as {@link FrameReader#read} gives it, as a number: unsigned ones of 32 bits are above 2³¹ again. */
        public double number(int value) {
            return signed ? value : Integer.toUnsignedLong(value);
        }
    }

    /** Reads the format from an image; refuses what is absent or contradicts itself, naming the element. */
    public static PixelFormat of(DataSet image) {
        int allocated = image.requireInteger(Tag.BITS_ALLOCATED);
        int stored = image.integer(Tag.BITS_STORED).orElse(allocated);
        int high = image.integer(Tag.HIGH_BIT).orElse(stored - 1);
        require(
                allocated == 1 || allocated == 8 || allocated == 16 || allocated == 32,
                Tag.BITS_ALLOCATED,
                allocated,
                "1, 8, 16 or 32");
        require(stored >= 1 && stored <= allocated, Tag.BITS_STORED, stored, "1 to " + allocated);
        require(high >= stored - 1 && high < allocated, Tag.HIGH_BIT, high, (stored - 1) + " to " + (allocated - 1));
        int rows = positive(Tag.ROWS, image.requireInteger(Tag.ROWS));
        int columns = positive(Tag.COLUMNS, image.requireInteger(Tag.COLUMNS));
        int samples = positive(
                Tag.SAMPLES_PER_PIXEL, image.integer(Tag.SAMPLES_PER_PIXEL).orElse(1));
        int frames = Math.max(1, image.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        boolean signed = image.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
        return new PixelFormat(rows, columns, samples, new Bits(allocated, stored, high, signed), frames);
    }

    /** Samples of one frame. */
    public int frameSamples() {
        return Math.multiplyExact(Math.multiplyExact(rows, columns), samples);
    }

    /** What a codestream of one frame has to hold. */
    FrameShape shape() {
        return new FrameShape(rows, columns, samples);
    }

    /** Bits of one frame without padding; frames of one-bit pixels follow each other within a byte. */
    long frameBits() {
        return (long) frameSamples() * bits.allocated();
    }

    /** Bytes of one decoded frame. */
    int frameBytes() {
        return Math.toIntExact((frameBits() + 7) / 8);
    }

    private static int positive(int tag, int value) {
        require(value > 0, tag, value, "at least 1");
        return value;
    }

    private static void require(boolean holds, int tag, int got, String expected) {
        if (!holds) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Pixels, " + Tag.format(tag) + ": got " + got + ", expected " + expected);
        }
    }
}
