package org.tandem.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;

/** Frames of pixel data that are not compressed (PS3.5 8.1.1), read from where they stand. */
final class NativeFrames {

    private final Element pixelData;
    private final PixelFormat format;
    private final int frameCells;

    private NativeFrames(Element pixelData, PixelFormat format, int frameCells) {
        this.pixelData = pixelData;
        this.format = format;
        this.frameCells = frameCells;
    }

    /** Refuses pixel data that are shorter than the frames; what is longer is padding. */
    static NativeFrames of(Element pixelData, PixelFormat format) {
        return of(pixelData, format, format.frameSamples());
    }

    /**
     * Frames in which two pixels of a row share their differences of colour (PS3.3 C.7.6.3.1.2, YBR_FULL_422). Some
     * devices say so and write all samples: what is long enough for that is taken for it.
     */
    static NativeFrames subsampled(Element pixelData, PixelFormat format) {
        boolean whole = ValueStreams.lengthBytes(pixelData.value()) >= bytes(format, format.frameSamples());
        return of(pixelData, format, whole ? format.frameSamples() : format.rows() * format.columns() * 2);
    }

    private static NativeFrames of(Element pixelData, PixelFormat format, int frameCells) {
        long length = ValueStreams.lengthBytes(pixelData.value());
        long needed = bytes(format, frameCells);
        if (length < needed) {
            throw FrameReader.refused(length + " bytes", needed + " bytes for " + format.frames() + " frames");
        }
        return new NativeFrames(pixelData, format, frameCells);
    }

    /** The cells of a frame, every pixel with all its samples. */
    int[] cells(int frame) throws IOException {
        int[] cells = Samples.cells(
                bytes(frame),
                firstBit(frame),
                new int[frameCells],
                format.bits().allocated());
        return frameCells == format.frameSamples() ? cells : withSharedColours(cells, format.frameSamples());
    }

    /** Y1 Y2 Cb Cr become Y1 Cb Cr and Y2 Cb Cr. */
    private static int[] withSharedColours(int[] pairs, int samples) {
        int[] cells = new int[samples];
        int to = 0;
        for (int i = 0; i + 3 < pairs.length; i += 4) {
            for (int pixel = 0; pixel < 2; pixel++) {
                cells[to++] = pairs[i + pixel];
                cells[to++] = pairs[i + 2];
                cells[to++] = pairs[i + 3];
            }
        }
        return cells;
    }

    private static long bytes(PixelFormat format, int frameCells) {
        return ((long) frameCells * format.bits().allocated() * format.frames() + 7) / 8;
    }

    private long frameBits() {
        return (long) frameCells * format.bits().allocated();
    }

    /** The bytes in which a frame stands; one-bit pixels begin within the first at {@link #firstBit}. */
    byte[] bytes(int frame) throws IOException {
        long start = frame * frameBits() / 8;
        int count = (int) ((frame * frameBits() + frameBits() + 7) / 8 - start);
        if (pixelData.value() instanceof Value.Bytes inMemory) {
            return Arrays.copyOfRange(inMemory.bytes(), (int) start, (int) start + count);
        }
        if (pixelData.value() instanceof Value.FileRegion region && region.order() == ByteOrder.BIG_ENDIAN) {
            return swapped(region, start, count);
        }
        try (InputStream in = ValueStreams.open(part(pixelData.value(), start, count))) {
            return in.readNBytes(count);
        }
    }

    /** Where in the first byte a frame begins: several frames of one-bit pixels may share a byte. */
    int firstBit(int frame) {
        return (int) (frame * frameBits() % 8);
    }

    /** Words are swapped whole, so the part read begins and ends with one, also where a frame of bytes does not. */
    private byte[] swapped(Value.FileRegion region, long start, int count) {
        int unit = pixelData.vr().unitBytes();
        long from = start - start % unit;
        long to = Math.min((start + count + unit - 1) / unit * unit, region.lengthBytes());
        Value words = part(region, from, to - from);
        byte[] read = ValueStreams.readLittleEndian(new Element(Tag.PIXEL_DATA, pixelData.vr(), words));
        int skipped = (int) (start - from);
        return skipped == 0 && read.length == count ? read : Arrays.copyOfRange(read, skipped, skipped + count);
    }

    private static Value part(Value whole, long start, long count) {
        Value.FileRegion region = (Value.FileRegion) whole;
        return new Value.FileRegion(region.file(), region.offset() + start, count, region.order());
    }
}
