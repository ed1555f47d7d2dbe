package org.tandem.series;

import java.util.List;
import java.util.OptionalInt;
import org.tandem.codec.FrameReader;
import org.tandem.codec.ModalityTransform;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.volume.Vector3;

/**
 * One image plane: a single-frame image, or one frame (numbered from 0) of a multi-frame image. Positions, directions
 * and spacings only for a plane whose geometry was checked.
 */
record Slice(SourceImage source, int frame, FrameAttributes attributes) {

    /** How people are told which plane is meant. */
    String name() {
        return source.isMultiFrame() ? source.name() + " frame " + (frame + 1) : source.name();
    }

    DataSet image() {
        return source.dataSet();
    }

    /** The centre of the first voxel, mm in the patient. */
    Vector3 position() {
        return vector(attributes.imagePosition(), 0);
    }

    /** Direction in which the column index increases. */
    Vector3 rowDirection() {
        return vector(attributes.imageOrientation(), 0);
    }

    /** Direction in which the row index increases. */
    Vector3 columnDirection() {
        return vector(attributes.imageOrientation(), 3);
    }

    /** Distance between rows. */
    double rowSpacingMm() {
        return Double.parseDouble(attributes.pixelSpacing().get(0));
    }

    /** Distance between columns. */
    double columnSpacingMm() {
        return Double.parseDouble(attributes.pixelSpacing().get(1));
    }

    FrameReader pixels() {
        return source.pixels();
    }

    /** The plane as results refer to it. */
    SourceSlice reference() {
        return new SourceSlice(
                image().requireUid(Tag.SOP_CLASS_UID),
                image().requireUid(Tag.SOP_INSTANCE_UID),
                source.isMultiFrame() ? OptionalInt.of(frame + 1) : OptionalInt.empty(),
                attributes.imagePosition(),
                attributes.grey());
    }

    /** Writes the values, in the modality's unit, into an array from an offset on. */
    void decodeInto(float[] voxels, int offset) {
        FrameReader reader = pixels();
        int[] stored = reader.read(frame);
        ModalityTransform modality = attributes.modality();
        for (int i = 0; i < stored.length; i++) {
            voxels[offset + i] = (float) modality.apply(reader.format().bits().number(stored[i]));
        }
    }

    static boolean areNumbers(List<String> values, int count) {
        return values.size() == count && values.stream().allMatch(Slice::isFinite);
    }

    private static Vector3 vector(List<String> numbers, int first) {
        return new Vector3(
                Double.parseDouble(numbers.get(first)),
                Double.parseDouble(numbers.get(first + 1)),
                Double.parseDouble(numbers.get(first + 2)));
    }

    private static boolean isFinite(String value) {
        try {
            return Double.isFinite(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
