package org.tandem.result;

import static org.tandem.result.ResultGate.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.SeriesVolume;
import org.tandem.series.SliceGeometry;
import org.tandem.series.SourceSlice;
import org.tandem.volume.Grid;
import org.tandem.volume.Vector3;

/**
 * Holds the geometry of a finished segmentation or parametric map to its source: in the source's strings and in the
 * grid's numbers.
 */
record GeometryGate(SeriesVolume source, ResultObject result) {

    /**
     * Share of the distance between slices by which a slice may lie off the regular grid; a wrong slice is off by 1.
     */
    private static final double STEP_TOLERANCE = 0.1;

    /** Least tolerance: positions are written in hundredths of a millimetre or finer. */
    private static final double LEAST_TOLERANCE_MM = 0.01;

    /** Direction cosines are written with four digits or more. */
    private static final double COSINE_TOLERANCE = 1e-3;

    void check() {
        DataSet seg = result.dataSet();
        Grid grid = source.volume().grid();
        checkSpace();
        require(isEverywhere(Tag.ROWS, grid.size().y()), result, Tag.ROWS, "the source's");
        require(isEverywhere(Tag.COLUMNS, grid.size().x()), result, Tag.COLUMNS, "the source's");
        DataSet shared = seg.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.EMPTY);
        source.source().inPatient().ifPresent(inPatient -> checkShared(shared, inPatient));
        List<DataSet> frames = seg.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        boolean counted = seg.requireInteger(Tag.NUMBER_OF_FRAMES) == frames.size();
        require(counted, result, Tag.NUMBER_OF_FRAMES, "one for each item of per-frame functional groups");
        Map<String, Integer> slices = sliceOfImage();
        frames.forEach(frame -> checkPosition(frame, slices));
    }

    /**
     * In the source's frame of reference; of a source without any in none, but for a map, which has to lie in one: that
     * is nobody else's.
     */
    private void checkSpace() {
        int tag = Tag.FRAME_OF_REFERENCE_UID;
        DataSet header =
                source.source().inPatient().isPresent() ? source.source().header() : DataSet.EMPTY;
        boolean own = result.kind() == ResultKind.PARAMETRIC_MAP && !header.hasValue(tag);
        boolean same = ResultGate.sameBytes(
                tag, result.dataSet(), own ? source.source().header() : header);
        require(own ? !same : same, result, tag, own ? "one of its own" : "the source's own");
    }

    /** Whether result and source (where it says so) both have this number. */
    private boolean isEverywhere(int tag, int number) {
        return result.dataSet().requireInteger(tag) == number
                && source.source().header().integer(tag).orElse(number) == number;
    }

    private void checkShared(DataSet shared, SliceGeometry geometry) {
        Grid grid = source.volume().grid();
        DataSet orientation = shared.item(Tag.PLANE_ORIENTATION_SEQUENCE).orElse(DataSet.EMPTY);
        double[] cosines = orientation.decimals(Tag.IMAGE_ORIENTATION_PATIENT);
        boolean oriented = orientation.strings(Tag.IMAGE_ORIENTATION_PATIENT).equals(geometry.imageOrientation())
                && near(vector(cosines, 0), grid.axes().x(), COSINE_TOLERANCE)
                && near(vector(cosines, 3), grid.axes().y(), COSINE_TOLERANCE);
        require(oriented, result, Tag.IMAGE_ORIENTATION_PATIENT, "the source's strings, along the axes of its grid");
        DataSet measures = shared.item(Tag.PIXEL_MEASURES_SEQUENCE).orElse(DataSet.EMPTY);
        double[] spacing = measures.decimals(Tag.PIXEL_SPACING);
        boolean spaced = measures.strings(Tag.PIXEL_SPACING).equals(geometry.pixelSpacing())
                && near(
                        new Vector3(spacing[1], spacing[0], 0),
                        new Vector3(grid.spacingMm().x(), grid.spacingMm().y(), 0),
                        COSINE_TOLERANCE * spacing[0]);
        require(spaced, result, Tag.PIXEL_SPACING, "the source's strings, as in its grid");
    }

    /** A frame must lie where the slice lies that it says it was drawn on. */
    private void checkPosition(DataSet frame, Map<String, Integer> slices) {
        Optional<Integer> z = frame.item(Tag.DERIVATION_IMAGE_SEQUENCE)
                .flatMap(derivation -> derivation.item(Tag.SOURCE_IMAGE_SEQUENCE))
                .map(GeometryGate::key)
                .map(slices::get);
        require(z.isPresent(), result, Tag.SOURCE_IMAGE_SEQUENCE, "an image of the source");
        if (source.source().inPatient().isPresent()) {
            checkPlace(frame, z.orElseThrow());
        }
    }

    private void checkPlace(DataSet frame, int z) {
        SourceSlice slice = source.source().slices().get(z);
        DataSet plane = frame.item(Tag.PLANE_POSITION_SEQUENCE).orElse(DataSet.EMPTY);
        Grid grid = source.volume().grid();
        Vector3 onGrid = grid.toPatient(new Vector3(0, 0, z));
        double tolerance =
                Math.max(LEAST_TOLERANCE_MM, STEP_TOLERANCE * grid.spacingMm().z());
        boolean placed = plane.strings(Tag.IMAGE_POSITION_PATIENT).equals(slice.imagePosition())
                && near(vector(plane.decimals(Tag.IMAGE_POSITION_PATIENT), 0), onGrid, tolerance);
        require(placed, result, Tag.IMAGE_POSITION_PATIENT, "the source's strings, where its grid has the slice");
    }

    private Map<String, Integer> sliceOfImage() {
        Map<String, Integer> slices = new HashMap<>();
        for (int z = 0; z < source.source().slices().size(); z++) {
            slices.put(
                    key(ModuleWriter.item(
                            ImageReference.to(source.source().slices().get(z))::write)),
                    z);
        }
        return slices;
    }

    /** An instance or a frame of it. */
    private static String key(DataSet image) {
        return image.requireUid(Tag.REFERENCED_SOP_INSTANCE_UID) + "/"
                + image.integer(Tag.REFERENCED_FRAME_NUMBER).orElse(0);
    }

    private static Vector3 vector(double[] numbers, int from) {
        return numbers.length < from + 3
                ? new Vector3(Double.NaN, Double.NaN, Double.NaN)
                : new Vector3(numbers[from], numbers[from + 1], numbers[from + 2]);
    }

    /** False where either is not a number. */
    private static boolean near(Vector3 one, Vector3 other, double tolerance) {
        return one.minus(other).length() <= tolerance;
    }
}
