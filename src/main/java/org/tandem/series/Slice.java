package org.tandem.series;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Tag;
import org.tandem.volume.Vector3;

/** One image plane: a single-frame image, or one frame (numbered from 0) of a multi-frame image. */
record Slice(DicomFile file, int frame, FrameAttributes attributes) {

    /** All planes of an image. */
    static List<Slice> of(DicomFile file) {
        int frames = Math.max(1, file.dataSet().integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        return IntStream.range(0, frames)
                .mapToObj(frame -> new Slice(file, frame, FrameAttributes.of(file.dataSet(), frame)))
                .toList();
    }

    /** How people are told which plane is meant. */
    String name() {
        String instance = "Instance " + image().string(Tag.SOP_INSTANCE_UID).orElse("without UID");
        return isMultiFrame() ? instance + " frame " + (frame + 1) : instance;
    }

    DataSet image() {
        return file.dataSet();
    }

    /** The centre of the first voxel; only for a plane whose geometry was checked. */
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

    FrameAttributes.Rescale rescale() {
        return attributes.rescale();
    }

    SourceSlice source() {
        return new SourceSlice(
                image().requireUid(Tag.SOP_CLASS_UID),
                image().requireUid(Tag.SOP_INSTANCE_UID),
                isMultiFrame() ? OptionalInt.of(frame + 1) : OptionalInt.empty(),
                attributes.imagePosition());
    }

    private boolean isMultiFrame() {
        return image().contains(Tag.NUMBER_OF_FRAMES) && image().contains(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
    }

    private static Vector3 vector(List<String> numbers, int first) {
        return new Vector3(
                Double.parseDouble(numbers.get(first)),
                Double.parseDouble(numbers.get(first + 1)),
                Double.parseDouble(numbers.get(first + 2)));
    }

    static boolean areNumbers(List<String> values, int count) {
        return values.size() == count && values.stream().allMatch(Slice::isFinite);
    }

    private static boolean isFinite(String value) {
        try {
            return Double.isFinite(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
