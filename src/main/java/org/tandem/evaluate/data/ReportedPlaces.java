package org.tandem.evaluate.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.result.read.ItemValue;
import org.tandem.result.read.ReadMeasurementGroup;
import org.tandem.result.read.ReadRegion;
import org.tandem.result.read.ReferencedFrame;
import org.tandem.result.read.ReportReader;
import org.tandem.series.SeriesVolume;
import org.tandem.series.SourceSlice;
import org.tandem.volume.Grid;
import org.tandem.volume.Vector3;

/**
 * What structured reports mark on a series, as truth: each measurement group's (PS3.16 TID 1410, 1411) shapes as one
 * box by the name of its finding: those in space, but for a point those on images. A group about segments is left to
 * the segmentation.
 */
record ReportedPlaces(SeriesVolume series) {

    /** What a mark without extent is taken for: a ball as nodules of interest are. */
    private static final double POINT_RADIUS_MM = 5;

    /**
     * The first pixel's middle is half a pixel from the corner that coordinates on images count from (PS3.3 C.10.5.1).
     */
    private static final double PIXEL_MIDDLE = 0.5;

    /** Whether an object is a report on images, and no list of key objects. */
    static boolean reads(DataSet header) {
        return ReportReader.reads(header)
                && header.uid(Tag.SOP_CLASS_UID)
                        .filter(SopClasses.KEY_OBJECT_SELECTION_DOCUMENT_STORAGE::equals)
                        .isEmpty();
    }

    /** Whether a report marks a place anywhere. */
    static boolean marks(Path report) {
        return ReportReader.read(DicomFileReader.read(report).dataSet()).measurementGroups().stream()
                .anyMatch(
                        group -> group.segments().isEmpty() && !group.regions().isEmpty());
    }

    /** The truth of each subject, by all the names that there are in any. */
    static Map<Uid, Truth> truths(Map<Uid, List<Truth.Place>> places) {
        Set<String> names = new HashSet<>();
        places.values().stream().flatMap(Collection::stream).forEach(place -> names.add(place.label()));
        Map<Uid, Truth> truths = new LinkedHashMap<>();
        places.forEach((uid, of) -> truths.put(uid, new Truth.Places(of, List.of(), names, Truth.Hit.BY_MIDDLE)));
        return truths;
    }

    /** What the reports mark; refuses marks in another space. */
    List<Truth.Place> in(Path report) {
        return ReportReader.read(DicomFileReader.read(report).dataSet()).measurementGroups().stream()
                .filter(group -> group.segments().isEmpty())
                .flatMap(group -> place(group).stream())
                .toList();
    }

    private Optional<Truth.Place> place(ReadMeasurementGroup group) {
        String label = group.finding().map(Code::meaning).or(group::trackingId).orElse("Finding");
        List<Vector3> there = corners(group, region -> region.coordinates().inSpace());
        List<Vector3> drawn = corners(group, region -> !region.coordinates().inSpace());
        List<Vector3> corners = there.size() > 1 || drawn.isEmpty() ? there : drawn;
        return corners.isEmpty() ? Optional.empty() : Optional.of(around(label, corners));
    }

    private List<Vector3> corners(ReadMeasurementGroup group, Predicate<ReadRegion> which) {
        return group.regions().stream()
                .filter(which)
                .flatMap(region ->
                        (region.coordinates().inSpace() ? inSpace(region.coordinates()) : onImages(region)).stream())
                .toList();
    }

    private List<Vector3> inSpace(ItemValue.Coordinates shape) {
        Optional<Uid> own = series.source().header().uid(Tag.FRAME_OF_REFERENCE_UID);
        if (!shape.frameOfReference().equals(own)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Report, " + shape.graphicType() + ": got frame of reference "
                            + shape.frameOfReference().map(Uid::value).orElse("none") + ", expected the series' "
                            + own.map(Uid::value).orElse("(none)"));
        }
        Grid grid = series.volume().grid();
        return shape.points().stream()
                .map(point -> grid.toIndex(new Vector3(point[0], point[1], point[2])))
                .toList();
    }

    private List<Vector3> onImages(ReadRegion region) {
        List<Vector3> corners = new ArrayList<>();
        for (ReferencedFrame image : region.images()) {
            int slice = slice(image);
            if (slice >= 0) {
                ends(region.coordinates())
                        .forEach(end -> corners.add(new Vector3(end[0] - PIXEL_MIDDLE, end[1] - PIXEL_MIDDLE, slice)));
            }
        }
        return corners;
    }

    /** A circle is its middle and a point on it. */
    private static List<double[]> ends(ItemValue.Coordinates shape) {
        if (!shape.graphicType().equals("CIRCLE") || shape.points().size() != 2) {
            return shape.points();
        }
        double[] middle = shape.points().get(0);
        double[] rim = shape.points().get(1);
        double radius = Math.hypot(rim[0] - middle[0], rim[1] - middle[1]);
        return List.of(
                new double[] {middle[0] - radius, middle[1] - radius},
                new double[] {middle[0] + radius, middle[1] + radius});
    }

    private int slice(ReferencedFrame image) {
        List<SourceSlice> slices = series.source().slices();
        for (int z = 0; z < slices.size(); z++) {
            if (image.covers(new ReferencedFrame(
                    slices.get(z).sopInstance(), slices.get(z).frameNumber()))) {
                return z;
            }
        }
        return -1;
    }

    /**
     * The box of corners; as large as a point is taken for, where it has no extent at all, and never less than a slice.
     */
    private Truth.Place around(String label, List<Vector3> corners) {
        Vector3 from = corners.stream()
                .reduce((a, b) -> new Vector3(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z())))
                .orElseThrow();
        Vector3 to = corners.stream()
                .reduce((a, b) -> new Vector3(Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z())))
                .orElseThrow();
        Vector3 extent = to.minus(from);
        Vector3 spacing = series.volume().grid().spacingMm();
        Vector3 more = extent.length() == 0
                ? new Vector3(
                        POINT_RADIUS_MM / spacing.x(), POINT_RADIUS_MM / spacing.y(), POINT_RADIUS_MM / spacing.z())
                : new Vector3(half(extent.x()), half(extent.y()), half(extent.z()));
        return new Truth.Place(label, from.minus(more), to.plus(more));
    }

    /** What a side lacks to be a voxel long, at each end. */
    private static double half(double extent) {
        return Math.max(0, 1 - extent) / 2;
    }
}
