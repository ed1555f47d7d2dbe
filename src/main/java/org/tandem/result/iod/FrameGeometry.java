package org.tandem.result.iod;

import java.util.List;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.series.SliceGeometry;
import org.tandem.series.SourceSeries;
import org.tandem.series.SourceSlice;
import org.tandem.volume.Grid;

/**
 * Where frames that were drawn on slices of the source lie: functional groups (PS3.3 C.7.6.16.2) in the very strings of
 * the source.
 */
public record FrameGeometry(SourceSeries source, Grid grid) {

    /**
     * Pixel Measures and Plane Orientation. Where the source does not say how thick slices are, frames are as thick as
     * they are apart; readers want a number. Both only in a frame of reference (Table A.51-2), so none of a picture.
     */
    public void writeShared(ModuleWriter shared) {
        source.inPatient().ifPresent(geometry -> writeShared(shared, geometry));
    }

    private void writeShared(ModuleWriter shared, SliceGeometry geometry) {
        shared.type1(Tag.PIXEL_MEASURES_SEQUENCE, item -> {
            item.type1(Tag.PIXEL_SPACING, geometry.pixelSpacing().toArray(String[]::new));
            item.type3(Tag.SLICE_THICKNESS, geometry.sliceThickness().orElse(stepBetweenSlices()));
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
        return grid.size().z() < 2 ? "" : DecimalString.of(grid.spacingMm().z());
    }

    /** The item of Plane Position Sequence of a frame on this slice; none for a picture. */
    public List<DataSet> position(int z) {
        String[] position = source.slices().get(z).imagePosition().toArray(String[]::new);
        return position.length == 0
                ? List.of()
                : List.of(ModuleWriter.item(item -> item.type1(Tag.IMAGE_POSITION_PATIENT, position)));
    }

    /** The item of Derivation Image Sequence that says how a frame was made of this slice. */
    public DataSet derivation(int z, Code how) {
        SourceSlice slice = source.slices().get(z);
        DataSet sourceImage = ModuleWriter.item(item -> {
            ImageReference.to(slice).write(item);
            item.type1(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, Concepts.SOURCE_IMAGE);
            item.type3(Tag.SPATIAL_LOCATIONS_PRESERVED, "YES");
        });
        return ModuleWriter.item(item -> {
            item.type1(Tag.DERIVATION_CODE_SEQUENCE, how);
            item.type2(Tag.SOURCE_IMAGE_SEQUENCE, List.of(sourceImage));
        });
    }
}
