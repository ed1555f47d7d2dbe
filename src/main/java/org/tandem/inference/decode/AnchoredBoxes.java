package org.tandem.inference.decode;

import java.util.ArrayList;
import java.util.List;
import org.tandem.model.Places;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** Boxes that a network gives relative to anchors. */
final class AnchoredBoxes implements BoxSource {

    private final Places.Deviations deviations;
    private final boolean flat;
    private final List<Anchor> anchors;

    private record Anchor(Vector3 centre, Vector3 extent) {}

    AnchoredBoxes(Places.Anchors places, Size window, boolean flat) {
        this.deviations = places.deviations();
        this.flat = flat;
        this.anchors = anchors(places, window, flat);
    }

    private static List<Anchor> anchors(Places.Anchors places, Size window, boolean flat) {
        List<Anchor> anchors = new ArrayList<>();
        for (Places.Level level : places.levels()) {
            int stride = level.stride();
            for (int z = 0; z < (flat ? 1 : cells(window.z(), stride)); z++) {
                for (int y = 0; y < cells(window.y(), stride); y++) {
                    for (int x = 0; x < cells(window.x(), stride); x++) {
                        double middle = flat ? 0.5 : (z + 0.5) * stride;
                        Vector3 centre = new Vector3((x + 0.5) * stride, (y + 0.5) * stride, middle);
                        extents(places, level, flat).forEach(extent -> anchors.add(new Anchor(centre, extent)));
                    }
                }
            }
        }
        return anchors;
    }

    private static int cells(int extent, int stride) {
        return (extent + stride - 1) / stride;
    }

    private static List<Vector3> extents(Places.Anchors places, Places.Level level, boolean flat) {
        List<Vector3> extents = new ArrayList<>();
        for (double ratio : places.ratios()) {
            for (double size : level.sizes()) {
                extents.add(new Vector3(size / Math.sqrt(ratio), size * Math.sqrt(ratio), flat ? 1 : size));
            }
        }
        return extents;
    }

    int count() {
        return anchors.size();
    }

    @Override
    public int numbers() {
        return flat ? 4 : 6;
    }

    @Override
    public Shape.Box box(float[] values, int first, int box) {
        Anchor anchor = anchors.get(box);
        int axes = numbers() / 2;
        Vector3 shift = along(values, first, axes).times(deviations.shift());
        Vector3 size = along(values, first + axes, axes).times(deviations.size());
        Vector3 extent = anchor.extent();
        Vector3 centre = anchor.centre()
                .plus(new Vector3(shift.x() * extent.x(), shift.y() * extent.y(), flat ? 0 : shift.z() * extent.z()));
        Vector3 half = new Vector3(
                        extent.x() * Math.exp(size.x()),
                        extent.y() * Math.exp(size.y()),
                        flat ? 1 : extent.z() * Math.exp(size.z()))
                .times(0.5);
        return new Shape.Box(centre.minus(half), centre.plus(half));
    }

    /** One number for each axis, as x, y, z. */
    private Vector3 along(float[] values, int first, int axes) {
        boolean xFirst = deviations.order() == Places.AxisOrder.XY;
        float x = values[xFirst ? first : first + axes - 1];
        float y = values[axes == 3 || xFirst ? first + 1 : first];
        float z = flat ? 0 : values[xFirst ? first + 2 : first];
        return new Vector3(x, y, z);
    }
}
