package org.tandem.result.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.VR;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;

/** Frames of Float or Double Float Pixel Data (PS3.3 C.7.6.24, C.7.6.25), read one by one from where they stand. */
final class FloatFrames {

    private final Element pixelData;
    private final int pixels;
    private final int bytesEach;

    private FloatFrames(Element pixelData, int pixels, int bytesEach) {
        this.pixelData = pixelData;
        this.pixels = pixels;
        this.bytesEach = bytesEach;
    }

    static boolean in(DataSet image) {
        return image.contains(Tag.FLOAT_PIXEL_DATA) || image.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA);
    }

    /** Refuses data that are shorter than the frames. */
    static FloatFrames of(DataSet image, int frames) {
        Element element = image.element(Tag.FLOAT_PIXEL_DATA)
                .or(() -> image.element(Tag.DOUBLE_FLOAT_PIXEL_DATA))
                .orElseThrow(() -> refused("nothing", "Float or Double Float Pixel Data"));
        int width = element.tag() == Tag.FLOAT_PIXEL_DATA ? Float.BYTES : Double.BYTES;
        int pixels = image.requireInteger(Tag.ROWS) * image.requireInteger(Tag.COLUMNS);
        long needed = (long) pixels * width * frames;
        boolean plain = element.value() instanceof Value.Bytes || element.value() instanceof Value.FileRegion;
        long length = plain ? ValueStreams.lengthBytes(element.value()) : 0;
        if (length < needed) {
            throw refused(length + " bytes", needed + " bytes for " + frames + " frames");
        }
        return new FloatFrames(element, pixels, width);
    }

    /** The values of a frame, numbered from 0. */
    double[] read(int frame) {
        int count = pixels * bytesEach;
        byte[] bytes = new byte[count];
        try (InputStream in = ValueStreams.open(pixelData.value())) {
            in.skipNBytes((long) frame * count);
            in.readNBytes(bytes, 0, count);
        } catch (IOException e) {
            throw new TandemException(
                    TandemException.Kind.RETRY, "Parametric Map, frame " + (frame + 1) + ", cannot be read: " + e, e);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order());
        double[] values = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            values[i] = bytesEach == Float.BYTES ? buffer.getFloat() : buffer.getDouble();
        }
        return values;
    }

    /** Values of no known VR were never swapped. */
    private ByteOrder order() {
        return pixelData.value() instanceof Value.FileRegion region && pixelData.vr() != VR.UN
                ? region.order()
                : ByteOrder.LITTLE_ENDIAN;
    }

    private static TandemException refused(String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, "Parametric Map, pixels: got " + got + ", expected " + expected);
    }
}
