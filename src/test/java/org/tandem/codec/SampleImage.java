package org.tandem.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

/**
 * Synthetic images to compress: soft and sharp edges, flat parts and noise, over the whole range of their values; 37
 * columns, 29 rows, two frames, so that nothing is a multiple of a block.
 *
 * @param photometric Photometric Interpretation
 * @param layout of a sample; Planar Configuration is 0
 */
record SampleImage(String photometric, PixelFormat.Bits layout) {

    static final int COLUMNS = 37;
    static final int ROWS = 29;
    static final int FRAMES = 2;

    /** An unsigned image whose values stand at the bottom of their cells. */
    static SampleImage of(String photometric, int allocated, int stored) {
        return new SampleImage(photometric, new PixelFormat.Bits(allocated, stored, stored - 1, false));
    }

    SampleImage signed() {
        return new SampleImage(
                photometric, new PixelFormat.Bits(layout.allocated(), layout.stored(), layout.high(), true));
    }

    SampleImage withHighBit(int high) {
        return new SampleImage(
                photometric, new PixelFormat.Bits(layout.allocated(), layout.stored(), high, layout.signed()));
    }

    int samples() {
        return photometric.equals("RGB") || photometric.startsWith("YBR") ? 3 : 1;
    }

    /** As a table's cell says it. */
    String bits() {
        String at = layout.high() == layout.stored() - 1 ? "" : ", high bit " + layout.high();
        return layout.stored() + " of " + layout.allocated() + (layout.signed() ? ", signed" : "") + at;
    }

    DicomFile file() {
        DataSetBuilder image = DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SopClasses.MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE_IMAGE_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid("2.25.1"))
                .putUid(Tag.STUDY_INSTANCE_UID, new Uid("2.25.2"))
                .putUid(Tag.SERIES_INSTANCE_UID, new Uid("2.25.3"))
                .putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, photometric)
                .putText(Tag.NUMBER_OF_FRAMES, VR.IS, Integer.toString(FRAMES))
                .putIntegers(Tag.SAMPLES_PER_PIXEL, VR.US, samples())
                .putIntegers(Tag.ROWS, VR.US, ROWS)
                .putIntegers(Tag.COLUMNS, VR.US, COLUMNS)
                .putIntegers(Tag.BITS_ALLOCATED, VR.US, layout.allocated())
                .putIntegers(Tag.BITS_STORED, VR.US, layout.stored())
                .putIntegers(Tag.HIGH_BIT, VR.US, layout.high())
                .putIntegers(Tag.PIXEL_REPRESENTATION, VR.US, layout.signed() ? 1 : 0)
                .putBytes(Tag.PIXEL_DATA, layout.allocated() > 8 ? VR.OW : VR.OB, pixels());
        if (samples() > 1) {
            image.putIntegers(Tag.PLANAR_CONFIGURATION, VR.US, 0);
        }
        if (photometric.equals("PALETTE COLOR")) {
            putPalette(image);
        }
        return DicomFile.of(image.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static void putPalette(DataSetBuilder image) {
        byte[] ramp = new byte[512];
        for (int i = 0; i < 256; i++) {
            ramp[2 * i] = (byte) i;
            ramp[2 * i + 1] = (byte) i;
        }
        for (int colour = 0; colour < 3; colour++) {
            image.putIntegers(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour, VR.US, 256, 0, 16);
            image.putBytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + colour, VR.OW, ramp);
        }
    }

    private byte[] pixels() {
        if (layout.allocated() == 1) {
            byte[] bits = new byte[(ROWS * COLUMNS * FRAMES + 15) / 16 * 2];
            new Random(3).nextBytes(bits);
            return bits;
        }
        int width = layout.allocated() / 8;
        int count = ROWS * COLUMNS * FRAMES * samples();
        ByteBuffer cells = ByteBuffer.allocate((count * width + 1) / 2 * 2).order(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(4);
        for (int i = 0; i < count; i++) {
            long cell = Math.round(fraction(i, random) * ((1L << layout.stored()) - 1));
            if (layout.signed()) {
                cell -= 1L << (layout.stored() - 1);
            }
            cell <<= layout.high() - layout.stored() + 1;
            for (int at = 0; at < width; at++) {
                cells.put((byte) (cell >> (8 * at)));
            }
        }
        return cells.array();
    }

    /** Of the greatest value. */
    private double fraction(int i, Random random) {
        int pixel = i / samples();
        int x = pixel % COLUMNS;
        int y = pixel / COLUMNS % ROWS;
        if (x < 5 && y < 5) {
            return (x + y) % 2; // the extremes, side by side
        }
        if (y > 24) {
            return 0.25;
        }
        double soft = 1 / (1 + Math.exp((Math.hypot(x - 18.0, y - 14.0) - 9) / 1.5));
        double colour = samples() == 1 ? 1 : 0.4 + 0.3 * (i % samples());
        return Math.max(0, Math.min(1, 0.1 + 0.7 * soft * colour + 0.02 * random.nextGaussian()));
    }
}
