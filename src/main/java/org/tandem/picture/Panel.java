package org.tandem.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * An image in true proportions with layers over it, letters for the sides of the patient, a bar of known length, and
 * words at the top.
 */
public record Panel(View view, List<Layer> layers, String caption) {

    private static final double LETTER_SIZE = 14;
    private static final double CAPTION_SIZE = 13;
    private static final double INSET = 5;
    private static final Color WORDS = new Color(0xF0, 0xF0, 0xF0);

    public Panel {
        layers = List.copyOf(layers);
    }

    void draw(Graphics2D graphics, Rectangle2D box) {
        Placement at = Placement.of(view, box);
        Shape clip = graphics.getClip();
        graphics.clip(at.area());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        Shrinking.draw(graphics, view.pixels(), at.area());
        layers.forEach(layer -> layer.draw(graphics, at));
        graphics.setClip(clip);
        graphics.setColor(WORDS);
        view.sides().ifPresent(sides -> drawSides(graphics, sides, at.area()));
        if (view.size().inMm()) {
            new ScaleBar(at.pixelWidth() / view.size().width()).draw(graphics, at.area());
        }
        Lettering sans = Lettering.sans();
        String words = sans.fitted(caption, CAPTION_SIZE, box.getWidth() - 2 * INSET);
        Point2D top = new Point2D.Double(box.getX() + INSET, box.getY() + INSET + CAPTION_SIZE);
        sans.drawRimmed(graphics, words, top, CAPTION_SIZE);
    }

    /** Beside the caption's line at the top, in the middle of the other edges. */
    private static void drawSides(Graphics2D graphics, Sides sides, Rectangle2D area) {
        Lettering sans = Lettering.sans();
        double middle = area.getCenterY() + LETTER_SIZE / 2;
        double rightmost = area.getMaxX() - INSET - sans.width(sides.right(), LETTER_SIZE);
        letter(graphics, sides.left(), new Point2D.Double(area.getX() + INSET, middle));
        letter(graphics, sides.right(), new Point2D.Double(rightmost, middle));
        double up = area.getCenterX() - sans.width(sides.up(), LETTER_SIZE) / 2;
        double down = area.getCenterX() - sans.width(sides.down(), LETTER_SIZE) / 2;
        letter(graphics, sides.up(), new Point2D.Double(up, area.getY() + INSET + CAPTION_SIZE + LETTER_SIZE + INSET));
        letter(graphics, sides.down(), new Point2D.Double(down, area.getMaxY() - INSET));
    }

    private static void letter(Graphics2D graphics, String letters, Point2D at) {
        Lettering.sans().drawRimmed(graphics, letters, at, LETTER_SIZE);
    }
}
