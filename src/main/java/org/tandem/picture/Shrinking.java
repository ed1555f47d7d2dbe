package org.tandem.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws images into an area; large ones are halved first, so that every pixel counts and fine lines do not flicker. */
final class Shrinking {

    private Shrinking() {}

    static void draw(Graphics2D graphics, BufferedImage image, Rectangle2D area) {
        BufferedImage fitting = image;
        while (fitting.getWidth() >= 2 * area.getWidth() && fitting.getHeight() >= 2 * area.getHeight()) {
            fitting = half(fitting);
        }
        graphics.drawImage(
                fitting,
                new AffineTransform(
                        area.getWidth() / fitting.getWidth(),
                        0,
                        0,
                        area.getHeight() / fitting.getHeight(),
                        area.getX(),
                        area.getY()),
                null);
    }

    private static BufferedImage half(BufferedImage image) {
        int width = Math.max(1, image.getWidth() / 2);
        int height = Math.max(1, image.getHeight() / 2);
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = half.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return half;
    }
}
