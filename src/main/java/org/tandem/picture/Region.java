package org.tandem.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.BitSet;

/**
 * Pixels that belong together: a light tint, and a line between pixels inside and outside.
 *
 * @param pixels row by row; not copied
 * @param columns of the image
 */
public record Region(BitSet pixels, int columns, Color colour) implements Layer {

    private static final int TINT_ALPHA = 50;
    private static final float LINE_WIDTH = 2;

    @Override
    public void draw(Graphics2D graphics, Placement at) {
        if (!pixels.isEmpty()) {
            Object before = graphics.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            graphics.drawImage(tint(), at.fromPixels(), null);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, before);
            graphics.setColor(colour);
            graphics.setStroke(new BasicStroke(LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(at.fromPixels().createTransformedShape(outline()));
        }
    }

    private BufferedImage tint() {
        int rows = (pixels.length() - 1) / columns + 1;
        BufferedImage tint = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        int argb = TINT_ALPHA << 24 | (colour.getRGB() & 0xFFFFFF);
        pixels.stream().forEach(pixel -> tint.setRGB(pixel % columns, pixel / columns, argb));
        return tint;
    }

    private Path2D outline() {
        Path2D outline = new Path2D.Double();
        pixels.stream().forEach(pixel -> {
            int x = pixel % columns;
            int y = pixel / columns;
            edge(outline, x > 0 && pixels.get(pixel - 1), new int[] {x, y, x, y + 1});
            edge(outline, x < columns - 1 && pixels.get(pixel + 1), new int[] {x + 1, y, x + 1, y + 1});
            edge(outline, pixel >= columns && pixels.get(pixel - columns), new int[] {x, y, x + 1, y});
            edge(outline, pixels.get(pixel + columns), new int[] {x, y + 1, x + 1, y + 1});
        });
        return outline;
    }

    private static void edge(Path2D outline, boolean inside, int[] line) {
        if (!inside) {
            outline.moveTo(line[0], line[1]);
            outline.lineTo(line[2], line[3]);
        }
    }
}
