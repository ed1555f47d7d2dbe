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
import org.tandem.series.SliceGeometry;
import org.tandem.series.SourceSlice;

/**
 * Multi-frame Functional Groups (PS3.3 C.7.6.16): where each frame lies, in the very strings of its source slice, which
 * segment it shows and which slice it was drawn on.
 */
record FunctionalGroupsModule(ResultContext context, SegmentationFrames frames) implements Module {

    @Override
    public void write(ModuleWriter out) {
        context.made().write(out);
        out.type1(Tag.NUMBER_OF_FRAMES, frames.frames().size());
        out.type2(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, this::writeShared);
        int[] slices = frames.slices();
        List<DataSet> positions =
                IntStream.of(slices).mapToObj(this::planePosition).toList();
        List<DataSet> derivations =
                IntStream.of(slices).mapToObj(this::derivation).toList();
        int[] rankOfSlice = new int[frames.size().z()];
        for (int rank = 0; rank < slices.length; rank++) {
            rankOfSlice[slices[rank]] = rank;
        }
        out.type1(
                Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                frames.frames().stream()
                        .map(frame -> perFrame(
                                frame,
                                rankOfSlice[frame.z()],
                                positions.get(rankOfSlice[frame.z()]),
                                derivations.get(rankOfSlice[frame.z()])))
                        .toList());
    }

    private void writeShared(ModuleWriter shared) {
        SliceGeometry geometry = context.source().inPatient().orElseThrow();
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
                : DecimalString.of(context.input().volume().grid().spacingMm().z());
    }

    private static DataSet perFrame(
            SegmentationFrames.Frame frame, int rank, DataSet planePosition, DataSet derivation) {
        int segment = frame.finding().number();
        return ModuleWriter.item(group -> {
            group.type1(Tag.FRAME_CONTENT_SEQUENCE, item -> item.type1(Tag.DIMENSION_INDEX_VALUES, segment, rank + 1));
            group.type1(Tag.PLANE_POSITION_SEQUENCE, List.of(planePosition));
            group.type1(Tag.DERIVATION_IMAGE_SEQUENCE, List.of(derivation));
            group.type1(
                    Tag.SEGMENT_IDENTIFICATION_SEQUENCE, item -> item.type1(Tag.REFERENCED_SEGMENT_NUMBER, segment));
        });
    }

    private DataSet planePosition(int z) {
        String[] position = context.source().slices().get(z).imagePosition().toArray(String[]::new);
        return ModuleWriter.item(item -> item.type1(Tag.IMAGE_POSITION_PATIENT, position));
    }

    private DataSet derivation(int z) {
        SourceSlice slice = context.source().slices().get(z);
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
