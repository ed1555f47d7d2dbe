package org.tandem.series;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * The attributes of one frame, wherever the image keeps them: in the functional group of the frame, in the shared one
 * (PS3.3 C.7.6.16), or, in a single-frame image, at the top.
 */
record FrameAttributes(DataSet image, DataSet ofFrame, DataSet shared) {

    static FrameAttributes of(DataSet image, int frame) {
        List<DataSet> perFrame = image.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        return new FrameAttributes(
                image,
                frame < perFrame.size() ? perFrame.get(frame) : DataSet.EMPTY,
                image.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.EMPTY));
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

    /** Rescale Slope and Intercept; 1 and 0 where absent, and a slope of 0 counts as absent. */
    Rescale rescale() {
        DataSet transformation = group(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
        double slope =
                hasZeroSlope() ? 1 : transformation.decimal(Tag.RESCALE_SLOPE).orElse(1);
        return new Rescale(slope, transformation.decimal(Tag.RESCALE_INTERCEPT).orElse(0));
    }

    /** Whether the frame says that all its values are the same, which some devices write and none means. */
    boolean hasZeroSlope() {
        OptionalDouble slope = group(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE).decimal(Tag.RESCALE_SLOPE);
        return slope.isPresent() && slope.getAsDouble() == 0;
    }

    /** Stored value · slope + intercept is the value in the modality's unit (PS3.3 C.11.1). */
    record Rescale(double slope, double intercept) {}

    private DataSet group(int sequence) {
        return ofFrame.item(sequence).or(() -> shared.item(sequence)).orElse(image);
    }
}
