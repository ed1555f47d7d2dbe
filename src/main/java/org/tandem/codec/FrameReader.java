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

        default FrameSource interleaved(PixelFormat format) {
            return frame -> Samples.interleaved(samples(frame), format.samples());
        }
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
        boolean byPlane =
                format.samples() > 1 && image.integer(Tag.PLANAR_CONFIGURATION).orElse(0) == 1;
        if (pixelData.value() instanceof Value.Fragments fragments) {
            FrameDecoder decoder = Decoders.of(file.syntax());
            FrameSource frames = encapsulated(decoder, fragments, format);
            return new FrameReader(format, byPlane && !decoder.interleaves() ? frames.interleaved(format) : frames);
        }
        FrameSource frames = uncompressed(NativeFrames.of(pixelData, format), format);
        return new FrameReader(format, byPlane ? frames.interleaved(format) : frames);
    }

    public PixelFormat format() {
        return format;
    }

    /**
     * The stored values of a frame (numbered from 0), row by row, the samples of a pixel side by side. Values of 32
     * bits without sign come as the int of the same bits: {@link PixelFormat.Bits#number} tells them.
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

    private static FrameSource encapsulated(FrameDecoder decoder, Value.Fragments fragments, PixelFormat format) {
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
