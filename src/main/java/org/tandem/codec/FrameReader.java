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
    private final boolean interleaved;

    private FrameReader(
            PixelFormat format, PhotometricInterpretation photometric, FrameSource source, boolean interleaved) {
        this.format = format;
        this.photometric = photometric;
        this.source = source;
        this.interleaved = interleaved;
    }

    /** Where the cells of a frame come from. */
    @FunctionalInterface
    private interface FrameSource {
        int[] cells(int frame) throws IOException;
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
        FrameReader reader = pixelData.value() instanceof Value.Fragments fragments
                ? encapsulated(image, format, Decoders.of(file.syntax()), fragments)
                : uncompressed(format, PhotometricInterpretation.of(image), pixelData);
        return byPlane && !reader.interleaved ? reader.interleaved() : reader;
    }

    private static FrameReader encapsulated(
            DataSet image, PixelFormat format, FrameDecoder decoder, Value.Fragments fragments) {
        PhotometricInterpretation said = PhotometricInterpretation.of(image);
        try {
            FrameFragments frames = FrameFragments.of(image, fragments, format.frames());
            PhotometricInterpretation decoded = format.samples() > 1 ? decoder.decoded(said, frames.bytes(0)) : said;
            FrameSource source = frame -> decoder.cells(frames.bytes(frame), format);
            return new FrameReader(format, decoded, source, decoder.interleaves());
        } catch (IOException e) {
            throw unreadable(1, e);
        }
    }

    /** Pixels that share their differences of colour stand side by side, whatever is said of planes. */
    private static FrameReader uncompressed(PixelFormat format, PhotometricInterpretation said, Element pixelData) {
        boolean shared = said == PhotometricInterpretation.YBR_FULL_422;
        NativeFrames frames = shared ? NativeFrames.subsampled(pixelData, format) : NativeFrames.of(pixelData, format);
        return new FrameReader(format, said.withoutSubsampling(), frames::cells, shared);
    }

    private FrameReader interleaved() {
        FrameSource byPlane = source;
        return new FrameReader(
                format, photometric, frame -> Samples.interleaved(byPlane.cells(frame), format.samples()), true);
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

    static TandemException refused(String got, String expected) {
        return new TandemException(TandemException.Kind.REFUSE, "Pixel Data: got " + got + ", expected " + expected);
    }

    private static TandemException unreadable(int frame, IOException cause) {
        return new TandemException(
                TandemException.Kind.RETRY, "Pixel Data, frame " + frame + ", cannot be read: " + cause, cause);
    }
}
