package org.tandem.result.page;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.tandem.picture.Lettering;

/**
 * Writes down a page: each line below the last. Distances in points (1/72 inch); y is counted from the lower edge, as
 * PDF does. For one thread.
 */
final class PageWriter {

    private static final float LINE = 1.35f;

    private final PDDocument document;
    private final PDPageContentStream out;
    private final PDFont font;
    private float y;

    PageWriter(PDDocument document, PDPageContentStream out, PDFont font, float top) {
        this.document = document;
        this.out = out;
        this.font = font;
        this.y = top;
    }

    float y() {
        return y;
    }

    void down(float points) {
        y -= points;
    }

    /** A line of text at the left, cut where it is longer than the width. */
    void line(String text, float size, Cell cell) throws IOException {
        y -= size * LINE;
        text(Lettering.sans().fitted(Lettering.sans().writable(text), size, cell.width()), size, cell.x());
    }

    /** Where a text begins, and how wide it may be. */
    record Cell(float x, float width) {}

    /** Cells beside each other, as high as the highest; each of lines that are broken at blanks. */
    void row(List<String> texts, List<Cell> cells, float size) throws IOException {
        List<List<String>> broken = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            broken.add(broken(texts.get(i), size, cells.get(i).width()));
        }
        float top = y;
        float lowest = y;
        for (int i = 0; i < texts.size(); i++) {
            y = top;
            for (String line : broken.get(i)) {
                line(line, size, cells.get(i));
            }
            lowest = Math.min(lowest, y);
        }
        y = lowest;
    }

    /** How high such a row would be. */
    static float height(List<String> texts, List<Cell> cells, float size) {
        int lines = 1;
        for (int i = 0; i < texts.size(); i++) {
            lines = Math.max(
                    lines, broken(texts.get(i), size, cells.get(i).width()).size());
        }
        return lines * size * LINE;
    }

    private static List<String> broken(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && Lettering.sans().width(longer, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    void rule(Cell cell, Color colour) throws IOException {
        y -= 4;
        out.setStrokingColor(colour);
        out.setLineWidth(0.7f);
        out.moveTo(cell.x(), y);
        out.lineTo(cell.x() + cell.width(), y);
        out.stroke();
        y -= 2;
    }

    void colour(Color colour) throws IOException {
        out.setNonStrokingColor(colour);
    }

    /** A picture whose upper edge is here, as wide as the cell; returns its height. */
    float picture(BufferedImage picture, Cell cell) throws IOException {
        float height = cell.width() * picture.getHeight() / picture.getWidth();
        out.drawImage(LosslessFactory.createFromImage(document, picture), cell.x(), y - height, cell.width(), height);
        return height;
    }

    private void text(String text, float size, float x) throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }
}
