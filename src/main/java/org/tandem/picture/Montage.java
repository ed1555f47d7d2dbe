package org.tandem.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Panels side by side in rows, what their colours mean below, and lines of words at the end.
 *
 * @param panelSide width and height of a panel, in pixels
 * @param notes such as a warning; each is cut where it is too long for the picture
 */
public record Montage(List<Panel> panels, Legend legend, List<String> notes, int panelSide) {

    private static final int MARGIN = 12;
    private static final double NOTE_SIZE = 16;
    private static final double NOTE_LINE = 22;
    private static final Color NOTE = new Color(0xFF, 0xD7, 0x5E);
    private static final int MAX_COLUMNS = 4;

    public Montage {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("Montage: got no panel, expected at least one");
        }
        panels = List.copyOf(panels);
        notes = List.copyOf(notes);
    }

    /** Draws it on black. */
    public BufferedImage drawn() {
        int columns = columns();
        int rows = (panels.size() + columns - 1) / columns;
        int width = columns * (panelSide + MARGIN) + MARGIN;
        double below = rows * (panelSide + MARGIN) + (double) MARGIN;
        double notesHeight = notes.size() * NOTE_LINE;
        int height = (int) Math.ceil(below + legend.height() + notesHeight + (notes.isEmpty() ? 0 : MARGIN));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (int i = 0; i < panels.size(); i++) {
            panels.get(i).draw(graphics, box(i % columns, i / columns));
        }
        double wide = width - 2.0 * MARGIN;
        legend.draw(graphics, new Rectangle2D.Double(MARGIN, below, wide, legend.height()));
        drawNotes(graphics, new Rectangle2D.Double(MARGIN, below + legend.height(), wide, notesHeight));
        graphics.dispose();
        return picture;
    }

    /** Writes it as PNG. */
    public void write(Path png) throws IOException {
        if (!ImageIO.write(drawn(), "png", png.toFile())) {
            throw new IOException("No PNG writer in this Java");
        }
    }

    /** Up to three in a row; more in a rectangle that is wider than high. */
    private int columns() {
        return panels.size() <= 3 ? panels.size() : Math.min(MAX_COLUMNS, (int) Math.ceil(Math.sqrt(panels.size())));
    }

    private Rectangle2D box(int column, int row) {
        double step = panelSide + (double) MARGIN;
        return new Rectangle2D.Double(MARGIN + column * step, MARGIN + row * step, panelSide, panelSide);
    }

    private void drawNotes(Graphics2D graphics, Rectangle2D box) {
        Lettering sans = Lettering.sans();
        graphics.setColor(NOTE);
        for (int i = 0; i < notes.size(); i++) {
            Point2D at = new Point2D.Double(box.getX(), box.getY() + i * NOTE_LINE + NOTE_SIZE);
            sans.draw(graphics, sans.fitted(notes.get(i), NOTE_SIZE, box.getWidth()), at, NOTE_SIZE);
        }
    }
}
