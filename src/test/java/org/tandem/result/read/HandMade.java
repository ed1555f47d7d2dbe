package org.tandem.result.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

/**
 * Segmentations written element by element: frames of 3 columns and 2 rows, pixels of 1 × 2 mm (between columns,
 * between rows), slices 5 mm apart, axial, the first pixel at (10, 20, height).
 */
final class HandMade {

    static final Uid SOURCE = new Uid("1.2.3.4");

    private final List<DataSet> perFrame = new ArrayList<>();
    private final List<int[]> pixels = new ArrayList<>();
    private final List<DataSet> segments = new ArrayList<>();
    private final DataSetBuilder image = DataSet.builder();
    private final DataSetBuilder shared = DataSet.builder();
    private final int bits;

    private HandMade(String type, int bits) {
        this.bits = bits;
        image.putUid(
                        Tag.SOP_CLASS_UID,
                        type.equals("LABELMAP")
                                ? SopClasses.LABEL_MAP_SEGMENTATION_STORAGE
                                : SopClasses.SEGMENTATION_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.5"))
                .putText(Tag.SEGMENTATION_TYPE, VR.CS, type)
                .putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME2")
                .putIntegers(Tag.SAMPLES_PER_PIXEL, VR.US, 1)
                .putIntegers(Tag.PIXEL_REPRESENTATION, VR.US, 0)
                .putIntegers(Tag.ROWS, VR.US, 2)
                .putIntegers(Tag.COLUMNS, VR.US, 3)
                .putIntegers(Tag.BITS_ALLOCATED, VR.US, bits)
                .putIntegers(Tag.BITS_STORED, VR.US, bits)
                .putIntegers(Tag.HIGH_BIT, VR.US, bits - 1);
        orientation("1", "0", "0", "0", "1", "0");
        shared.putItems(
                Tag.PIXEL_MEASURES_SEQUENCE,
                DataSet.builder()
                        .putText(Tag.PIXEL_SPACING, VR.DS, "2", "1")
                        .putText(Tag.SPACING_BETWEEN_SLICES, VR.DS, "5")
                        .build());
    }

    static HandMade of(String type, int bits) {
        return new HandMade(type, bits);
    }

    HandMade orientation(String... cosines) {
        shared.putItems(
                Tag.PLANE_ORIENTATION_SEQUENCE,
                DataSet.builder()
                        .putText(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, cosines)
                        .build());
        return this;
    }

    HandMade with(Consumer<DataSetBuilder> change) {
        change.accept(image);
        return this;
    }

    HandMade segment(int number, String label) {
        return segment(DataSet.builder()
                .putIntegers(Tag.SEGMENT_NUMBER, VR.US, number)
                .putText(Tag.SEGMENT_LABEL, VR.LO, label)
                .build());
    }

    HandMade segment(DataSet item) {
        segments.add(item);
        return this;
    }

    /** A frame of a segment at a height, mm; its six values row by row. */
    HandMade frame(int segment, double heightMm, int... values) {
        return frame(
                DataSet.builder()
                        .putItems(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, identification(segment))
                        .putItems(Tag.PLANE_POSITION_SEQUENCE, position(heightMm))
                        .build(),
                values);
    }

    /** A frame of a label map. */
    HandMade labels(double heightMm, int... values) {
        return frame(
                DataSet.builder()
                        .putItems(Tag.PLANE_POSITION_SEQUENCE, position(heightMm))
                        .build(),
                values);
    }

    /** A frame that only says of which segment it is and what it was derived from. */
    HandMade derived(int segment, int sourceFrame, int... values) {
        DataSet source = DataSet.builder()
                .putUid(Tag.REFERENCED_SOP_INSTANCE_UID, SOURCE)
                .putText(Tag.REFERENCED_FRAME_NUMBER, VR.IS, Integer.toString(sourceFrame))
                .build();
        return frame(
                DataSet.builder()
                        .putItems(
                                Tag.DERIVATION_IMAGE_SEQUENCE,
                                DataSet.builder()
                                        .putItems(Tag.SOURCE_IMAGE_SEQUENCE, source)
                                        .build())
                        .putItems(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, identification(segment))
                        .build(),
                values);
    }

    private HandMade frame(DataSet groups, int... values) {
        perFrame.add(groups);
        pixels.add(values);
        return this;
    }

    static DataSet identification(int segment) {
        return DataSet.builder()
                .putIntegers(Tag.REFERENCED_SEGMENT_NUMBER, VR.US, segment)
                .build();
    }

    static DataSet position(double heightMm) {
        return DataSet.builder()
                .putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, "10", "20", Double.toString(heightMm))
                .build();
    }

    DicomFile file() {
        DataSetBuilder whole = image.build().toBuilder();
        if (!whole.contains(Tag.NUMBER_OF_FRAMES)) {
            whole.putText(Tag.NUMBER_OF_FRAMES, VR.IS, Integer.toString(perFrame.size()));
        }
        whole.putItems(Tag.SEGMENT_SEQUENCE, segments)
                .putItems(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared.build())
                .putItems(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, perFrame)
                .putBytes(Tag.PIXEL_DATA, VR.OB, packed());
        return DicomFile.of(whole.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    /** Values one after another; of one bit, without padding between frames, the lowest bit first. */
    private byte[] packed() {
        int[] all = pixels.stream().flatMapToInt(java.util.Arrays::stream).toArray();
        byte[] bytes = new byte[(all.length * bits + 7) / 8];
        for (int i = 0; i < all.length; i++) {
            for (int bit = 0; bit < bits; bit++) {
                int at = i * bits + bit;
                bytes[at / 8] |= (byte) ((all[i] >> bit & 1) << at % 8);
            }
        }
        return bytes;
    }
}
