package org.tandem.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** A bar at the lower left of a picture, as long as its words say: 1, 2 or 5 times a power of ten. */
record ScaleBar(double pixelsPerMm) {

    private static final double GREATEST_SHARE = 0.3;
    private static final double INSET = 8;
    private static final double WORDS_SIZE = 12;
    private static final double MM_PER_CM = 10;

    void draw(Graphics2D graphics, Rectangle2D area) {
        double lengthMm = lengthMm(area.getWidth() * GREATEST_SHARE / pixelsPerMm);
        double x = area.getX() + INSET;
        double y = area.getMaxY() - INSET;
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(new Line2D.Double(x, y, x + lengthMm * pixelsPerMm, y));
        Lettering.sans().drawRimmed(graphics, words(lengthMm), new Point2D.Double(x, y - 5), WORDS_SIZE);
    }

    /** The longest round length up to this. */
    static double lengthMm(double mostMm) {
        double power = Math.pow(10, Math.floor(Math.log10(mostMm)));
        double times = mostMm / power;
        return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
    }

    static String words(double lengthMm) {
        return lengthMm >= MM_PER_CM
                ? String.format(Locale.ROOT, "%.0f cm", lengthMm / MM_PER_CM)
                : String.format(Locale.ROOT, lengthMm >= 1 ? "%.0f mm" : "%.1g mm", lengthMm);
    }
}
