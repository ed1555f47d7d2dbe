package org.tandem.inference.decode;

import org.tandem.volume.Shape;
import org.tandem.volume.Vector3;

/**
 * A place that is a candidate for being reported, on the network's grid.
 *
 * @param channel what it is
 */
public record Found(int channel, Shape shape, double score) {

    Vector3 from() {
        return shape instanceof Shape.Box box ? box.from() : shape.centre();
    }

    Vector3 to() {
        return shape instanceof Shape.Box box ? box.to() : shape.centre();
    }

    /** Intersection over union of two boxes; 0 of points. */
    double overlap(Found other) {
        double x = common(from().x(), to().x(), other.from().x(), other.to().x());
        double y = common(from().y(), to().y(), other.from().y(), other.to().y());
        double z = common(from().z(), to().z(), other.from().z(), other.to().z());
        double intersection = x * y * z;
        double union = size() + other.size() - intersection;
        return union > 0 ? intersection / union : 0;
    }

    private double size() {
        Vector3 extent = to().minus(from());
        return extent.x() * extent.y() * extent.z();
    }

    private static double common(double from, double to, double otherFrom, double otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }
}
