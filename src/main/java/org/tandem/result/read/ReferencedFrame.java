package org.tandem.result.read;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/**
 * An image, or a frame of one, that a result refers to (PS3.3 10.3, Table 10-3).
 *
 * @param frame from 1; none where the reference is to the whole instance
 */
public record ReferencedFrame(Uid sopInstance, OptionalInt frame) {

    public static ReferencedFrame of(Uid sopInstance, int frame) {
        return new ReferencedFrame(sopInstance, OptionalInt.of(frame));
    }

    /** Those that an item refers to, one for each Referenced Frame Number (0008,1160); none without an instance. */
    static List<ReferencedFrame> of(DataSet item) {
        int[] frames = item.integers(Tag.REFERENCED_FRAME_NUMBER);
        return item.uid(Tag.REFERENCED_SOP_INSTANCE_UID)
                .map(uid -> frames.length == 0
                        ? List.of(new ReferencedFrame(uid, OptionalInt.empty()))
                        : Arrays.stream(frames)
                                .mapToObj(frame -> ReferencedFrame.of(uid, frame))
                                .toList())
                .orElse(List.of());
    }

    /** Whether the two mean the same frame, or one of them all frames of the other's instance. */
    public boolean covers(ReferencedFrame other) {
        return sopInstance.equals(other.sopInstance)
                && (frame.isEmpty() || other.frame.isEmpty() || frame.equals(other.frame));
    }
}
