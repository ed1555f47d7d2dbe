package org.tandem.series;

import java.util.List;
import java.util.Optional;
import org.tandem.codec.ModalityTransform;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;

/** What one frame says of its geometry and its values. */
record FrameAttributes(FrameGroups groups) {

    private static final int[] RESCALE = {Tag.RESCALE_INTERCEPT, Tag.RESCALE_SLOPE, Tag.RESCALE_TYPE};
    private static final int[] WINDOW = {Tag.WINDOW_CENTER, Tag.WINDOW_WIDTH, Tag.VOI_LUT_FUNCTION};
    private static final int[] TABLES = {Tag.MODALITY_LUT_SEQUENCE, Tag.VOI_LUT_SEQUENCE};

    static FrameAttributes of(DataSet image, int frame) {
        return new FrameAttributes(FrameGroups.of(image, frame));
    }

    List<String> imagePosition() {
        return group(Tag.PLANE_POSITION_SEQUENCE).strings(Tag.IMAGE_POSITION_PATIENT);
    }

    List<String> imageOrientation() {
        return group(Tag.PLANE_ORIENTATION_SEQUENCE).strings(Tag.IMAGE_ORIENTATION_PATIENT);
    }

    List<String> pixelSpacing() {
        return group(Tag.PIXEL_MEASURES_SEQUENCE).strings(Tag.PIXEL_SPACING);
    }

    Optional<String> sliceThickness() {
        return group(Tag.PIXEL_MEASURES_SEQUENCE).string(Tag.SLICE_THICKNESS);
    }

    /** From stored values to the modality's unit. */
    ModalityTransform modality() {
        return ModalityTransform.of(groups);
    }

    /** The elements that say how stored values are to be shown. */
    DataSet grey() {
        DataSetBuilder grey = DataSet.builder(groups.image().characterSet());
        copy(grey, group(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE), RESCALE);
        copy(grey, group(Tag.FRAME_VOI_LUT_SEQUENCE), WINDOW);
        copy(grey, groups.image(), TABLES);
        return grey.build();
    }

    private static void copy(DataSetBuilder out, DataSet from, int... tags) {
        for (int tag : tags) {
            from.element(tag).filter(element -> !element.isEmpty()).ifPresent(out::put);
        }
    }

    private DataSet group(int sequence) {
        return groups.group(sequence);
    }
}
