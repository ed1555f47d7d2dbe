package org.tandem.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * A shape on the image, or a ring around a place, with words beside it.
 *
 * @param outline in columns and rows; a place is an outline without extent
 */
public record Mark(Shape outline, Color colour, String label) implements Layer {

    private static final double RING_PIXELS = 9;
    private static final double LABEL_SIZE = 13;
    private static final float LINE_WIDTH = 2;

    /** A ring around a place. */
    public static Mark at(Point2D place, Color colour, String label) {
        Path2D point = new Path2D.Double();
        point.moveTo(place.getX(), place.getY());
        return new Mark(point, colour, label);
    }

    /** Of something that was detected: a box, or a ring around a point. */
    public static Mark of(org.tandem.volume.Shape detected, Plane plane, Color colour, String label) {
        if (detected instanceof org.tandem.volume.Shape.Box box) {
            Rectangle2D outline = new Rectangle2D.Double();
            outline.setFrameFromDiagonal(plane.onPicture(box.from()), plane.onPicture(box.to()));
            return new Mark(outline, colour, label);
        }
        return at(plane.onPicture(detected.centre()), colour, label);
    }

    /** Whether it is to be seen on this slice. */
    public static boolean reaches(org.tandem.volume.Shape detected, int z) {
        return detected instanceof org.tandem.volume.Shape.Box box
                ? box.from().z() < z + 0.5 && box.to().z() > z - 0.5
                : Math.round(detected.centre().z()) == z;
    }

    @Override
    public void draw(Graphics2D graphics, Placement at) {
        Shape placed = at.fromPixels().createTransformedShape(outline);
        Rectangle2D bounds = placed.getBounds2D();
        boolean place = bounds.getWidth() == 0 && bounds.getHeight() == 0;
        Shape drawn = place ? ring(bounds) : placed;
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(LINE_WIDTH));
        graphics.draw(drawn);
        Rectangle2D around = drawn.getBounds2D();
        Lettering sans = Lettering.sans();
        double room = at.area().getMaxX() - sans.width(label, LABEL_SIZE);
        double x = Math.max(at.area().getX(), Math.min(around.getMaxX() + 4, room));
        double y = Math.max(at.area().getY() + LABEL_SIZE, around.getY() - 3);
        sans.drawRimmed(graphics, label, new Point2D.Double(x, y), LABEL_SIZE);
    }

    private static Shape ring(Rectangle2D place) {
        return new Ellipse2D.Double(
                place.getX() - RING_PIXELS, place.getY() - RING_PIXELS, 2 * RING_PIXELS, 2 * RING_PIXELS);
    }
}
