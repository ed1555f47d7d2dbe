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

    /** Where the stored values of a frame come from. */
    private interface FrameSource {
        int[] samples(int frame) throws IOException;
    }

    /**
     * Prepares to read; refuses an image without pixel data, with less of them than it announces, or of a transfer
     * syntax that no decoder understands.
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
                        : uncompressed(NativeFrames.of(pixelData, format), format));
    }

    public PixelFormat format() {
        return format;
    }

    /**
     * The stored values of a frame (numbered from 0), sample by sample, row by row. Values of 32 bits without sign come
     * as the int of the same bits: {@link PixelFormat.Bits#number} tells them.
     */
    public int[] read(int frame) {
        if (frame < 0 || frame >= format.frames()) {
            throw refused("a request for frame " + (frame + 1), "1 to " + format.frames());
        }
        try {
            return source.samples(frame);
        } catch (IOException e) {
            throw unreadable(frame + 1, e);
        }
    }

    private static FrameSource uncompressed(NativeFrames frames, PixelFormat format) {
        return frame -> Samples.of(frames.bytes(frame), frames.firstBit(frame), format);
    }

    private static FrameSource encapsulated(DicomFile file, Value.Fragments fragments, PixelFormat format) {
        FrameDecoder decoder = Decoders.of(file.syntax());
        try {
            FrameFragments frames = FrameFragments.of(fragments, format.frames());
            return frame -> Samples.of(decoder.decode(frames.bytes(frame), format), 0, format);
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
