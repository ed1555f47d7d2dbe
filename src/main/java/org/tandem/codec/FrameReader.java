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
    private final PhotometricInterpretation photometric;
    private final FrameSource source;

    private FrameReader(PixelFormat format, PhotometricInterpretation photometric, FrameSource source) {
        this.format = format;
        this.photometric = photometric;
        this.source = source;
    }

    /** Where the cells of a frame come from. */
    private interface FrameSource {
        int[] cells(int frame) throws IOException;

        default FrameSource interleaved(PixelFormat format) {
            return frame -> Samples.interleaved(cells(frame), format.samples());
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
        PhotometricInterpretation photometric = PhotometricInterpretation.of(image);
        boolean byPlane =
                format.samples() > 1 && image.integer(Tag.PLANAR_CONFIGURATION).orElse(0) == 1;
        if (pixelData.value() instanceof Value.Fragments fragments) {
            FrameDecoder decoder = Decoders.of(file.syntax());
            FrameSource frames = encapsulated(decoder, fragments, format);
            return new FrameReader(
                    format,
                    decoder.decoded(photometric),
                    byPlane && !decoder.interleaves() ? frames.interleaved(format) : frames);
        }
        if (photometric == PhotometricInterpretation.YBR_FULL_422) {
            FrameSource frames = NativeFrames.subsampled(pixelData, format)::cells;
            return new FrameReader(format, photometric.withoutSubsampling(), frames);
        }
        FrameSource frames = NativeFrames.of(pixelData, format)::cells;
        return new FrameReader(format, photometric, byPlane ? frames.interleaved(format) : frames);
    }

    public PixelFormat format() {
        return format;
    }

    /** What the samples mean as they come from here. */
    public PhotometricInterpretation photometric() {
        return photometric;
    }

    /**
     * The stored values of a frame (numbered from 0), row by row, the samples of a pixel side by side. Values of 32
     * bits without sign come as the int of the same bits: {@link PixelFormat.Bits#number} tells them.
     */
    public int[] read(int frame) {
        int[] values = cells(frame);
        PixelFormat.Bits bits = format.bits();
        for (int i = 0; i < values.length; i++) {
            values[i] = bits.value(values[i]);
        }
        return values;
    }

    /**
     * As {@link #read}, but whole cells as they stand in the file, with what is above and below the stored value (PS3.5
     * 8.1.1: overlays of old, or nothing of meaning).
     */
    public int[] cells(int frame) {
        if (frame < 0 || frame >= format.frames()) {
            throw refused("a request for frame " + (frame + 1), "1 to " + format.frames());
        }
        try {
            return source.cells(frame);
        } catch (IOException e) {
            throw unreadable(frame + 1, e);
        }
    }

    private static FrameSource encapsulated(FrameDecoder decoder, Value.Fragments fragments, PixelFormat format) {
        try {
            FrameFragments frames = FrameFragments.of(fragments, format.frames());
            return frame -> decoder.cells(frames.bytes(frame), format);
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
