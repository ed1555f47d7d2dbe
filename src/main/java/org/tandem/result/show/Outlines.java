package org.tandem.result.show;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Shapes of graphic types (PS3.3 C.18.6.1.1, C.18.9.1.1, C.10.5.1.1) in columns and rows; 0 is the corner of the first
 * pixel.
 */
final class Outlines {

    private Outlines() {}

    /** A shape; of a type that is unknown, a line through its points. */
    static Shape of(String type, List<double[]> points) {
        return switch (type) {
            case "CIRCLE" -> points.size() == 2 ? circle(points.get(0), points.get(1)) : line(points, false);
            case "ELLIPSE" -> points.size() == 4 ? ellipse(points) : line(points, false);
            case "POLYGON" -> line(points, true);
            default -> line(points, false);
        };
    }

    private static Shape line(List<double[]> points, boolean closed) {
        Path2D line = new Path2D.Double();
        for (double[] point : points) {
            if (line.getCurrentPoint() == null) {
                line.moveTo(point[0], point[1]);
            } else {
                line.lineTo(point[0], point[1]);
            }
        }
        if (closed && line.getCurrentPoint() != null) {
            line.closePath();
        }
        return line;
    }

    /** Centre, and a point of the circle. */
    private static Shape circle(double[] centre, double[] on) {
        double radius = Math.hypot(on[0] - centre[0], on[1] - centre[1]);
        return new Ellipse2D.Double(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius);
    }

    /** Ends of the major axis, ends of the minor axis. */
    private static Shape ellipse(List<double[]> ends) {
        double[] one = ends.get(0);
        double[] other = ends.get(1);
        double major = Math.hypot(other[0] - one[0], other[1] - one[1]);
        double minor = Math.hypot(ends.get(3)[0] - ends.get(2)[0], ends.get(3)[1] - ends.get(2)[1]);
        AffineTransform turned = AffineTransform.getTranslateInstance((one[0] + other[0]) / 2, (one[1] + other[1]) / 2);
        turned.rotate(other[0] - one[0], other[1] - one[1]);
        return turned.createTransformedShape(new Ellipse2D.Double(-major / 2, -minor / 2, major, minor));
    }
}
