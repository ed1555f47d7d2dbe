package org.tandem.series;

import java.util.Comparator;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * Planes that lie above each other, in order along their normal: row direction × column direction. So z of the grid
 * always increases along that normal and the grid is right-handed, whatever the order in which the planes came. Only
 * for planes that {@link Preflight} had no objection to as {@link PlaneCheck single planes}.
 */
final class SliceStack {

    private final List<Slice> slices;
    private final Vector3 normal;

    private SliceStack(List<Slice> slices, Vector3 normal) {
        this.slices = List.copyOf(slices);
        this.normal = normal;
    }

    /** Sorts at least one plane. Never by Instance Number: what numbers mean differs between devices. */
    static SliceStack of(List<Slice> unsorted) {
        Slice any = unsorted.get(0);
        Vector3 normal = any.rowDirection().cross(any.columnDirection()).unit();
        return new SliceStack(
                unsorted.stream()
                        .sorted(Comparator.comparingDouble(
                                slice -> slice.position().dot(normal)))
                        .toList(),
                normal);
    }

    List<Slice> slices() {
        return slices;
    }

    Slice first() {
        return slices.get(0);
    }

    /** Direction in which the slices are stacked, of length 1. */
    Vector3 normal() {
        return normal;
    }

    /** Distance along the normal of a slice from the one before it, mm. */
    double stepMm(int i) {
        return heightMm(slices.get(i)) - heightMm(slices.get(i - 1));
    }

    /** The grid of the voxels; the distance of slices is the mean of all steps, which are equal within tolerance. */
    Grid grid() {
        Slice last = slices.get(slices.size() - 1);
        double stepMm = (heightMm(last) - heightMm(first())) / (slices.size() - 1);
        return new Grid(
                size(),
                new Axes(
                        first().rowDirection().unit(), first().columnDirection().unit(), normal),
                new Vector3(first().columnSpacingMm(), first().rowSpacingMm(), stepMm),
                first().position());
    }

    /** Where the voxels come from, in the order of z. */
    SourceSeries source() {
        FrameAttributes attributes = first().attributes();
        SliceGeometry geometry = new SliceGeometry(
                attributes.imageOrientation(), attributes.pixelSpacing(), attributes.sliceThickness());
        DataSet header = first().image().toBuilder().remove(Tag.PIXEL_DATA).build();
        return new SourceSeries(header, slices.stream().map(Slice::reference).toList(), geometry);
    }

    private Size size() {
        DataSet image = first().image();
        return new Size(image.requireInteger(Tag.COLUMNS), image.requireInteger(Tag.ROWS), slices.size());
    }

    private double heightMm(Slice slice) {
        return slice.position().dot(normal);
    }
}
