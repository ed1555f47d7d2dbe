package org.tandem.codec;

import java.io.IOException;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Value;

/**
 * Reads the frames of an image one by one, so that a multi-frame object is never whole in memory. For several threads.
 */
public final class FrameReader {

    private final PixelFormat format;
    private final FrameSource source;

    private FrameReader(PixelFormat format, FrameSource source) {
        this.format = format;
        this.source = source;
    }

    /** Where the native bytes of a frame come from. */
    private interface FrameSource {
        byte[] bytes(int frame) throws IOException;

        /** Where in the first byte a frame of one-bit pixels begins. */
        default int firstBit(int frame) {
            return 0;
        }
    }

    /**
     * Prepares to read; refuses an image without pixel data, with less of them than it announces, or of a transfer syntax
     * that no decoder understands.
     */
    public static FrameReader of(DicomFile file) {
        DataSet image = file.dataSet();
        Element pixelData = image.element(Tag.PIXEL_DATA)
                .orElseThrow(() -> refused("nothing", "Pixel Data " + Tag.format(Tag.PIXEL_DATA)));
        PixelFormat format = PixelFormat.of(image);
        return new FrameReader(
                format,
                pixelData.value() instanceof Value.Fragments fragments
                        ? encapsulated(file, fragments, format)
                        : uncompressed(NativeFrames.of(pixelData, format)));
    }

    public PixelFormat format() {
        return format;
    }

    /**
     * The stored values of a frame (numbered from 0), sample by sample, row by row. Values of 32 bits without sign come as
     * the int of the same bits: {@link PixelFormat.Bits#number} tells them.
     */
    public int[] read(int frame) {
        if (frame < 0 || frame >= format.frames()) {
            throw refused("a request for frame " + (frame + 1), "1 to " + format.frames());
        }
        try {
            byte[] bytes = source.bytes(frame);
            return Samples.of(bytes, source.firstBit(frame), format);
        } catch (IOException e) {
            throw unreadable(frame + 1, e);
        }
    }

    private static FrameSource uncompressed(NativeFrames frames) {
        return new FrameSource() {
            @Override
            public byte[] bytes(int frame) throws IOException {
                return frames.bytes(frame);
            }

            @Override
            public int firstBit(int frame) {
                return frames.firstBit(frame);
            }
        };
    }

    private static FrameSource encapsulated(DicomFile file, Value.Fragments fragments, PixelFormat format) {
        FrameDecoder decoder = Decoders.of(file.syntax());
        try {
            FrameFragments frames = FrameFragments.of(fragments, format.frames());
            return frame -> decoder.decode(frames.bytes(frame), format);
        } catch (IOException e) {
            throw unreadable(1, e);
        }
    }

    static TandemException refused(String got, String expected) {
        return new TandemException(TandemException.Kind.REFUSE, "Pixel Data: got " + got + ", expected " + expected);
    }

    private static TandemException unreadable(int frame, IOException cause) {
        return new TandemException(
                TandemException.Kind.RETRY, "Pixel Data, frame " + frame + ", cannot be read: " + cause, cause);
    }
}
