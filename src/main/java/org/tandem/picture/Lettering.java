package org.tandem.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as outlines of glyphs, filled as shapes. Java's own text needs fontconfig and fonts of the machine, which a bare
 * server lacks; this needs nothing but the font that PDFBox carries: Liberation Sans, with Latin, Greek, Cyrillic and
 * Hebrew letters. For several threads.
 */
public final class Lettering {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What stands for a letter that the font lacks: an empty box. */
    private static final int MISSING = 0x25A1;

    /** The rim around letters, as a share of their size. */
    private static final float RIM = 0.16f;

    private static final Color RIM_COLOUR = new Color(0, 0, 0, 170);

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    /** Outline and width, in units of the font, upwards. */
    private record Glyph(Shape outline, double width) {}

    private static final class Loaded {
        private static final Lettering SANS = new Lettering();
    }

    private Lettering() {
        try (InputStream in = open()) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            characters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("The font of pictures cannot be read", e);
        }
    }

    public static Lettering sans() {
        return Loaded.SANS;
    }

    /** The TrueType file of the font. */
    public static InputStream open() {
        return Objects.requireNonNull(Lettering.class.getResourceAsStream(FONT), FONT);
    }

    /** Whether the font has every letter of a text. */
    public boolean canWrite(String text) {
        return text.codePoints().allMatch(this::has);
    }

    /** The text, with a box for each letter that the font lacks. */
    public String writable(String text) {
        return text.codePoints()
                .map(c -> has(c) ? c : MISSING)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** How far a text of this size (height of a line, in pixels) reaches. */
    public double width(String text, double size) {
        return text.codePoints().mapToDouble(c -> glyph(c).width()).sum() * size / unitsPerEm;
    }

    /** Draws a text from a point on its base line on, in the colour of the graphics. */
    public void draw(Graphics2D graphics, String text, Point2D at, double size) {
        graphics.fill(outline(text, at, size));
    }

    /** The same with a dark rim, to be read on any picture. */
    public void drawRimmed(Graphics2D graphics, String text, Point2D at, double size) {
        Shape outline = outline(text, at, size);
        Color colour = graphics.getColor();
        graphics.setColor(RIM_COLOUR);
        graphics.setStroke(new BasicStroke((float) size * RIM, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(outline);
        graphics.setColor(colour);
        graphics.fill(outline);
    }

    /** The text, cut with an ellipsis where it is longer than this. */
    public String fitted(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int length = text.length();
        while (length > 0 && width(text.substring(0, length) + "…", size) > width) {
            length = text.offsetByCodePoints(length, -1);
        }
        return text.substring(0, length).strip() + "…";
    }

    private Shape outline(String text, Point2D at, double size) {
        double scale = size / unitsPerEm;
        Path2D path = new Path2D.Double();
        double x = at.getX();
        for (int c : text.codePoints().toArray()) {
            Glyph glyph = glyph(c);
            path.append(
                    new AffineTransform(scale, 0, 0, -scale, x, at.getY()).createTransformedShape(glyph.outline()),
                    false);
            x += glyph.width() * scale;
        }
        return path;
    }

    private boolean has(int character) {
        return characters.getGlyphId(character) != 0;
    }

    private Glyph glyph(int character) {
        return glyphs.computeIfAbsent(has(character) ? character : MISSING, this::read);
    }

    /** The font reads from one stream. */
    private synchronized Glyph read(int character) {
        try {
            int id = characters.getGlyphId(character);
            GlyphData data = font.getGlyph().getGlyph(id);
            return new Glyph(data == null ? new Path2D.Double() : data.getPath(), font.getAdvanceWidth(id));
        } catch (IOException e) {
            throw new UncheckedIOException("The font of pictures cannot be read", e);
        }
    }
}
