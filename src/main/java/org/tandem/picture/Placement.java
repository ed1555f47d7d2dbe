package org.tandem.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * Where the pixels of an image lie on a picture: in true proportions, in the middle of a box.
 *
 * @param area of the whole image
 * @param pixelWidth of one pixel of the image on the picture
 */
record Placement(Rectangle2D area, double pixelWidth, double pixelHeight) {

    static Placement of(View view, Rectangle2D box) {
        double scale = Math.min(box.getWidth() / view.width(), box.getHeight() / view.height());
        double width = view.width() * scale;
        double height = view.height() * scale;
        Rectangle2D area = new Rectangle2D.Double(
                box.getX() + (box.getWidth() - width) / 2, box.getY() + (box.getHeight() - height) / 2, width, height);
        return new Placement(area, width / view.columns(), height / view.rows());
    }

    /** From columns and rows, 0 at the corner of the first pixel, to the picture. */
    AffineTransform fromPixels() {
        return new AffineTransform(pixelWidth, 0, 0, pixelHeight, area.getX(), area.getY());
    }
}
