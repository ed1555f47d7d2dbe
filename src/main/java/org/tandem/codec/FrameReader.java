package org.tandem.codec;

import java.io.IOException;
import java.io.InputStream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;

/**
 * Reads the frames of an image one by one, so that a multi-frame object is never whole in memory. For several threads.
 */
public final class FrameReader {

    private final PixelFormat format;
    private final Element pixelData;
    private final FrameSource source;

    private FrameReader(PixelFormat format, Element pixelData, FrameSource source) {
        this.format = format;
        this.pixelData = pixelData;
        this.source = source;
    }

    /** Where the native bytes of a frame come from. */
    private interface FrameSource {
        byte[] bytes(int frame) throws IOException;
    }

    /** Prepares to read; refuses an image without pixel data, or with pixel data that no decoder understands. */
    public static FrameReader of(DicomFile file) {
        DataSet image = file.dataSet();
        Element pixelData = image.element(Tag.PIXEL_DATA)
                .orElseThrow(() -> refused("nothing", "Pixel Data " + Tag.format(Tag.PIXEL_DATA)));
        PixelFormat format = PixelFormat.of(image);
        if (pixelData.value() instanceof Value.Fragments fragments) {
            FrameDecoder decoder = Decoders.of(file.syntax());
            FrameFragments frames = FrameFragments.of(fragments, format.frames());
            return new FrameReader(format, pixelData, frame -> decoder.decode(frames.bytes(frame), format));
        }
        long length = ValueStreams.lengthBytes(pixelData.value());
        long needed = (format.frameBits() * format.frames() + 7) / 8;
        if (length < needed) {
            throw refused(length + " bytes", needed + " bytes for " + format.frames() + " frames");
        }
        return new FrameReader(format, pixelData, frame -> nativeBytes(pixelData, format, frame));
    }

    public PixelFormat format() {
        return format;
    }

    /** The stored values of a frame (numbered from 0), sample by sample, row by row. */
    public int[] read(int frame) {
        try {
            byte[] bytes = source.bytes(frame);
            return format.bits().allocated() == 1 ? bitValues(bytes, frame) : values(bytes);
        } catch (IOException e) {
            throw new TandemException(
                    TandemException.Kind.RETRY, "Frame " + (frame + 1) + " of " + pixelData + " cannot be read", e);
        }
    }

    private int[] values(byte[] bytes) {
        int[] values = new int[format.frameSamples()];
        int width = format.bits().allocated() / 8;
        for (int i = 0; i < values.length; i++) {
            int cell = 0;
            for (int b = width - 1; b >= 0; b--) {
                cell = cell << 8 | (bytes[i * width + b] & 0xFF);
            }
            values[i] = format.bits().value(cell);
        }
        return values;
    }

    /** Pixels of one bit, the least significant bit of a byte first; a frame may begin within a byte (PS3.5 8.1.1). */
    private int[] bitValues(byte[] bytes, int frame) {
        int[] values = new int[format.frameSamples()];
        int first = (int) (frame * format.frameBits() % 8);
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[(first + i) / 8] >> (first + i) % 8 & 1;
        }
        return values;
    }

    private static byte[] nativeBytes(Element pixelData, PixelFormat format, int frame) throws IOException {
        long firstBit = frame * format.frameBits();
        long start = firstBit / 8;
        int count = (int) ((firstBit + format.frameBits() + 7) / 8 - start);
        if (pixelData.value() instanceof Value.FileRegion region) {
            Value.FileRegion part = new Value.FileRegion(region.file(), region.offset() + start, count, region.order());
            return ValueStreams.readLittleEndian(new Element(Tag.PIXEL_DATA, pixelData.vr(), part));
        }
        try (InputStream in = ValueStreams.open(pixelData.value())) {
            in.skipNBytes(start);
            return in.readNBytes(count);
        }
    }

    static TandemException refused(String got, String expected) {
        return new TandemException(TandemException.Kind.REFUSE, "Pixel data: got " + got + ", expected " + expected);
    }
}
