package org.tandem.dicom;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The attributes of one frame, wherever the image keeps them: in the functional group of the frame, in the shared one
 * (PS3.3 C.7.6.16), or, in a single-frame image, at the top.
 *
 * @param image the whole data set
 * @param ofFrame the item of Per-Frame Functional Groups Sequence (5200,9230), empty if there is none
 * @param shared the item of Shared Functional Groups Sequence (5200,9229), empty if there is none
 */
public record FrameGroups(DataSet image, DataSet ofFrame, DataSet shared) {

    /** Those of a frame, numbered from 0. */
    public static FrameGroups of(DataSet image, int frame) {
        List<DataSet> perFrame = image.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        return new FrameGroups(
                image,
                frame < perFrame.size() ? perFrame.get(frame) : DataSet.EMPTY,
                image.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.EMPTY));
    }

    /** The data set that holds the attributes of this functional group. */
    public DataSet group(int sequence) {
        return ofFrame.item(sequence).or(() -> shared.item(sequence)).orElse(image);
    }

    /** Where an attribute stands: at the top of the image, or in one of the groups; empty if it stands nowhere. */
    public Optional<DataSet> holding(int tag) {
        return image.hasValue(tag)
                ? Optional.of(image)
                : Stream.of(ofFrame, shared)
                        .flatMap(FrameGroups::groups)
                        .filter(item -> item.hasValue(tag))
                        .findFirst();
    }

    /** The items of all functional groups. */
    private static Stream<DataSet> groups(DataSet groups) {
        return groups.elements().stream()
                .filter(element -> element.vr() == VR.SQ)
                .flatMap(element -> groups.items(element.tag()).stream());
    }
}
