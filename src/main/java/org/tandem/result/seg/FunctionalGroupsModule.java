package org.tandem.result.seg;

import java.util.List;
import java.util.stream.IntStream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.FrameGeometry;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.ResultContext;

/**
 * Multi-frame Functional Groups (PS3.3 C.7.6.16): where each frame lies, in the very strings of its source slice, which
 * segment it shows and which slice it was drawn on. Frames on a picture lie nowhere in the patient: the picture that
 * they were drawn on is all that places them.
 */
record FunctionalGroupsModule(ResultContext context, SegmentationFrames frames) implements Module {

    /** The one stack of the pictures of a series. */
    private static final String STACK = "1";

    @Override
    public void write(ModuleWriter out) {
        context.made().write(out);
        out.type1(Tag.NUMBER_OF_FRAMES, frames.frames().size());
        out.type2(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, geometry()::writeShared);
        int[] slices = frames.slices();
        List<Slice> written = IntStream.range(0, slices.length)
                .mapToObj(rank -> slice(slices[rank], rank))
                .toList();
        int[] rankOfSlice = new int[frames.size().z()];
        for (Slice slice : written) {
            rankOfSlice[slices[slice.rank()]] = slice.rank();
        }
        out.type1(
                Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                frames.frames().stream()
                        .map(frame -> perFrame(frame, written.get(rankOfSlice[frame.z()])))
                        .toList());
    }

    /**
     * What all frames on one slice share, written once.
     *
     * @param rank among the slices that have a frame, from 0
     * @param position Plane Position; empty for a picture
     */
    private record Slice(int rank, List<DataSet> position, DataSet derivation) {}

    private Slice slice(int z, int rank) {
        return new Slice(rank, geometry().position(z), geometry().derivation(z, Concepts.SEGMENTATION));
    }

    private FrameGeometry geometry() {
        return new FrameGeometry(context.source(), frames.grid());
    }

    private static DataSet perFrame(SegmentationFrames.Frame frame, Slice slice) {
        int position = slice.rank() + 1;
        boolean picture = slice.position().isEmpty();
        return ModuleWriter.item(group -> {
            group.type1(Tag.FRAME_CONTENT_SEQUENCE, item -> {
                item.type1(
                        Tag.DIMENSION_INDEX_VALUES,
                        IntStream.concat(frame.segment().stream(), IntStream.of(position))
                                .toArray());
                item.type1C(picture, Tag.STACK_ID, STACK);
                item.type1C(picture, Tag.IN_STACK_POSITION_NUMBER, position);
            });
            group.type1C(!picture, Tag.PLANE_POSITION_SEQUENCE, slice.position());
            group.type1(Tag.DERIVATION_IMAGE_SEQUENCE, List.of(slice.derivation()));
            frame.segment()
                    .ifPresent(number -> group.type1(
                            Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
                            item -> item.type1(Tag.REFERENCED_SEGMENT_NUMBER, number)));
        });
    }
}
