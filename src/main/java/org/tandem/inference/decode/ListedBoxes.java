package org.tandem.inference.decode;

import org.tandem.model.Places;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** Boxes as a network lists them. */
record ListedBoxes(Places.BoxForm form, Size window) implements BoxSource {

    @Override
    public int numbers() {
        return form.order().count();
    }

    @Override
    public Shape.Box box(float[] v, int i, int box) {
        return switch (form.order()) {
            case YXYX -> box(flat(v[i + 1], v[i], 0), flat(v[i + 3], v[i + 2], 1));
            case XYXY -> box(flat(v[i], v[i + 1], 0), flat(v[i + 2], v[i + 3], 1));
            case CXCYWH -> about(flat(v[i], v[i + 1], 0.5), flat(v[i + 2], v[i + 3], 1));
            case ZYXZYX -> box(scaled(v[i + 2], v[i + 1], v[i]), scaled(v[i + 5], v[i + 4], v[i + 3]));
            case XYZXYZ -> box(scaled(v[i], v[i + 1], v[i + 2]), scaled(v[i + 3], v[i + 4], v[i + 5]));
            case CXCYCZWHD -> about(scaled(v[i], v[i + 1], v[i + 2]), scaled(v[i + 3], v[i + 4], v[i + 5]));
        };
    }

    private static Shape.Box box(Vector3 from, Vector3 to) {
        return new Shape.Box(from, to);
    }

    private static Shape.Box about(Vector3 centre, Vector3 extent) {
        return new Shape.Box(centre.minus(extent.times(0.5)), centre.plus(extent.times(0.5)));
    }

    private Vector3 flat(float x, float y, double z) {
        Vector3 inPlane = scaled(x, y, 0);
        return new Vector3(inPlane.x(), inPlane.y(), z);
    }

    private Vector3 scaled(float x, float y, float z) {
        return form.unit() == Places.Unit.PIXELS
                ? new Vector3(x, y, z)
                : new Vector3((double) x * window.x(), (double) y * window.y(), (double) z * window.z());
    }
}
