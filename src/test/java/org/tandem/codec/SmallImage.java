package org.tandem.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Element;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.dicom.Value;

/** Images of two rows and two columns, their bytes written out by hand. */
final class SmallImage {

    static final String RLE = "1.2.840.10008.1.2.5";
    static final String JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70";
    static final String ENCAPSULATED_UNCOMPRESSED = "1.2.840.10008.1.2.1.98";
    static final String DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1";

    private SmallImage() {}

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Grey pixels in cells of this many bits, all of them used. */
    static DataSetBuilder grey(int bits) {
        return image(bits, bits, bits - 1, false);
    }

    /** Cell, value in it, highest bit, and whether it has a sign. */
    static DataSetBuilder image(int allocated, int stored, int high, boolean signed) {
        return DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SopClasses.CT_IMAGE_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3"))
                .putIntegers(Tag.SAMPLES_PER_PIXEL, VR.US, 1)
                .putIntegers(Tag.ROWS, VR.US, 2)
                .putIntegers(Tag.COLUMNS, VR.US, 2)
                .putIntegers(Tag.BITS_ALLOCATED, VR.US, allocated)
                .putIntegers(Tag.BITS_STORED, VR.US, stored)
                .putIntegers(Tag.HIGH_BIT, VR.US, high)
                .putIntegers(Tag.PIXEL_REPRESENTATION, VR.US, signed ? 1 : 0);
    }

    /** Pixels of red, green and blue; Planar Configuration 0 for pixel by pixel, 1 for plane by plane. */
    static DataSetBuilder colour(int bits, int planarConfiguration) {
        return grey(bits)
                .putIntegers(Tag.SAMPLES_PER_PIXEL, VR.US, 3)
                .putIntegers(Tag.PLANAR_CONFIGURATION, VR.US, planarConfiguration);
    }

    static DataSetBuilder frames(DataSetBuilder image, int count) {
        return image.putText(Tag.NUMBER_OF_FRAMES, VR.IS, Integer.toString(count));
    }

    static FrameReader uncompressed(DataSetBuilder image, int... pixels) {
        DataSet dataSet = image.putBytes(Tag.PIXEL_DATA, VR.OW, bytes(pixels)).build();
        return FrameReader.of(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    static FrameReader encapsulated(String syntax, DataSetBuilder image, byte[]... tableAndFragments) {
        DataSet dataSet = image.put(new Element(Tag.PIXEL_DATA, VR.OB, new Value.Fragments(values(tableAndFragments))))
                .build();
        return FrameReader.of(DicomFile.of(dataSet, TransferSyntaxes.of(new Uid(syntax))));
    }

    static List<Value> values(byte[]... all) {
        List<Value> values = new ArrayList<>();
        for (byte[] each : all) {
            values.add(new Value.Bytes(each));
        }
        return values;
    }

    /** Segments after a header of PS3.5 G.5: their number, the offset of each. */
    static byte[] rle(byte[]... segments) {
        int length = 64;
        for (byte[] segment : segments) {
            length += segment.length;
        }
        ByteBuffer frame = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(segments.length);
        int offset = 64;
        for (byte[] segment : segments) {
            frame.putInt(offset);
            offset += segment.length;
        }
        frame.position(64);
        for (byte[] segment : segments) {
            frame.put(segment);
        }
        return frame.array();
    }
}
