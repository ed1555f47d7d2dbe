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

    private NativeFrames(Element pixelData, PixelFormat format) {
        this.pixelData = pixelData;
        this.format = format;
    }

    /** Refuses pixel data that are shorter than the frames; what is longer is padding. */
    static NativeFrames of(Element pixelData, PixelFormat format) {
        long length = ValueStreams.lengthBytes(pixelData.value());
        long needed = (format.frameBits() * format.frames() + 7) / 8;
        if (length < needed) {
            throw FrameReader.refused(length + " bytes", needed + " bytes for " + format.frames() + " frames");
        }
        return new NativeFrames(pixelData, format);
    }

    /** The bytes in which a frame stands; one-bit pixels begin within the first at {@link #firstBit}. */
    byte[] bytes(int frame) throws IOException {
        long start = frame * format.frameBits() / 8;
        int count = (int) ((frame * format.frameBits() + format.frameBits() + 7) / 8 - start);
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
        return (int) (frame * format.frameBits() % 8);
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
