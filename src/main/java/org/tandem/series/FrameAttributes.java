package org.tandem.series;

import java.util.List;
import java.util.Optional;
import org.tandem.codec.ModalityTransform;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;

/** What one frame says of its geometry and its values. */
record FrameAttributes(FrameGroups groups) {

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

    private DataSet group(int sequence) {
        return groups.group(sequence);
    }
}
