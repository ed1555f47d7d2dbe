package org.tandem.result.seg;

import java.util.List;
import java.util.stream.IntStream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.ResultContext;
import org.tandem.series.PictureGeometry;
import org.tandem.series.SliceGeometry;
import org.tandem.series.SourceSlice;

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
        out.type2(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, this::writeShared);
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
        SourceSlice source = context.source().slices().get(z);
        String[] position = source.imagePosition().toArray(String[]::new);
        List<DataSet> plane = position.length == 0
                ? List.of()
                : List.of(ModuleWriter.item(item -> item.type1(Tag.IMAGE_POSITION_PATIENT, position)));
        return new Slice(rank, plane, derivation(source));
    }

    private void writeShared(ModuleWriter shared) {
        if (context.source().geometry() instanceof SliceGeometry inPatient) {
            writeShared(shared, inPatient);
        } else if (context.source().geometry() instanceof PictureGeometry picture && picture.calibrated()) {
            shared.type1(
                    Tag.PIXEL_MEASURES_SEQUENCE,
                    item -> item.type1(Tag.PIXEL_SPACING, picture.pixelSpacing().toArray(String[]::new)));
        }
    }

    private void writeShared(ModuleWriter shared, SliceGeometry geometry) {
        shared.type1(Tag.PIXEL_MEASURES_SEQUENCE, item -> {
            item.type1(Tag.PIXEL_SPACING, geometry.pixelSpacing().toArray(String[]::new));
            item.type3(Tag.SLICE_THICKNESS, geometry.sliceThickness().orElse(""));
            item.type3(Tag.SPACING_BETWEEN_SLICES, stepBetweenSlices());
        });
        shared.type1(
                Tag.PLANE_ORIENTATION_SEQUENCE,
                item -> item.type1(
                        Tag.IMAGE_ORIENTATION_PATIENT,
                        geometry.imageOrientation().toArray(String[]::new)));
    }

    /** The true distance of slice centres, whatever the source said: readers build their grid from it. */
    private String stepBetweenSlices() {
        return frames.size().z() < 2
                ? ""
                : DecimalString.of(frames.grid().spacingMm().z());
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

    private static DataSet derivation(SourceSlice slice) {
        DataSet sourceImage = ModuleWriter.item(item -> {
            ImageReference.to(slice).write(item);
            item.type1(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, Concepts.SOURCE_IMAGE);
            item.type3(Tag.SPATIAL_LOCATIONS_PRESERVED, "YES");
        });
        return ModuleWriter.item(item -> {
            item.type1(Tag.DERIVATION_CODE_SEQUENCE, Concepts.SEGMENTATION);
            item.type2(Tag.SOURCE_IMAGE_SEQUENCE, List.of(sourceImage));
        });
    }
}
