package org.tandem.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the colours of a picture mean, below it: a line for each name, and a bar for numbers. */
public record Legend(List<Entry> entries, Optional<Bar> bar) {

    public static final Legend NONE = new Legend(List.of(), Optional.empty());

    private static final double TEXT_SIZE = 14;
    private static final double LINE = 20;
    private static final double SWATCH = 12;
    private static final double BAR_HEIGHT = 14;
    private static final double GREATEST_BAR = 320;
    private static final int NUMBERS = 5;
    private static final Color WORDS = new Color(0xF0, 0xF0, 0xF0);

    /** A name and its colour. */
    public record Entry(Color colour, String text) {}

    /** What the numbers of a map are. */
    public record Bar(String name, ColourScale scale) {}

    public Legend {
        entries = List.copyOf(entries);
    }

    double height() {
        double lines = entries.size() + (bar.isPresent() ? 3 : 0);
        return lines == 0 ? 0 : (lines + 0.5) * LINE;
    }

    void draw(Graphics2D graphics, Rectangle2D box) {
        Lettering sans = Lettering.sans();
        double y = box.getY();
        for (Entry entry : entries) {
            graphics.setColor(entry.colour());
            graphics.fill(new Rectangle2D.Double(box.getX(), y + 3, SWATCH, SWATCH));
            graphics.setColor(WORDS);
            double x = box.getX() + SWATCH + 6;
            String text = sans.fitted(entry.text(), TEXT_SIZE, box.getMaxX() - x);
            sans.draw(graphics, text, new Point2D.Double(x, y + TEXT_SIZE), TEXT_SIZE);
            y += LINE;
        }
        double top = y;
        bar.ifPresent(map -> drawBar(graphics, map, new Rectangle2D.Double(box.getX(), top, box.getWidth(), 3 * LINE)));
    }

    private static void drawBar(Graphics2D graphics, Bar bar, Rectangle2D box) {
        Lettering sans = Lettering.sans();
        ColourScale scale = bar.scale();
        graphics.setColor(WORDS);
        String name = bar.name() + (scale.unit().isEmpty() ? "" : " (" + scale.unit() + ")");
        Point2D line = new Point2D.Double(box.getX(), box.getY() + TEXT_SIZE);
        sans.draw(graphics, sans.fitted(name, TEXT_SIZE, box.getWidth()), line, TEXT_SIZE);
        int width = (int) Math.min(GREATEST_BAR, box.getWidth() - LINE);
        double top = box.getY() + LINE;
        for (int x = 0; x < width; x++) {
            graphics.setColor(scale.colour(scale.low() + (scale.high() - scale.low()) * x / (width - 1)));
            graphics.fill(new Rectangle2D.Double(box.getX() + x, top, 1, BAR_HEIGHT));
        }
        graphics.setColor(WORDS);
        for (int i = 0; i < NUMBERS; i++) {
            double share = i / (NUMBERS - 1.0);
            double x = box.getX() + share * (width - 1);
            graphics.draw(new Line2D.Double(x, top + BAR_HEIGHT, x, top + BAR_HEIGHT + 4));
            String number = number(scale.low() + share * (scale.high() - scale.low()));
            double left = Math.max(box.getX(), x - sans.width(number, TEXT_SIZE) / 2);
            sans.draw(graphics, number, new Point2D.Double(left, top + BAR_HEIGHT + LINE - 2), TEXT_SIZE);
        }
    }

    /** With as many digits as people compare. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1e5 || (size > 0 && size < 1e-3)) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
