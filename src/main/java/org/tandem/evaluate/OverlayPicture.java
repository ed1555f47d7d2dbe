package org.tandem.evaluate;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import javax.imageio.ImageIO;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/**
 * Three orthogonal slices of a volume through the middle of a mask, with the mask outlined: a picture for people to
 * look at. Slices are cut along the axes of the grid and drawn in true proportions, the head up where the grid says so.
 */
public final class OverlayPicture {

    private static final int PANEL_PIXELS = 360;
    private static final int MARGIN_PIXELS = 12;
    private static final Color OUTLINE = new Color(0xFF, 0x4D, 0x2E);

    /** Share of voxels that may be brighter than white, so that a few bright ones do not darken the rest. */
    private static final double SATURATED_SHARE = 0.005;

    private final Volume volume;
    private final Mask mask;
    private final float black;
    private final float white;

    private OverlayPicture(Volume volume, Mask mask) {
        this.volume = volume;
        this.mask = mask;
        float[] sorted = volume.voxels().clone();
        Arrays.sort(sorted);
        this.black = sorted[(int) (SATURATED_SHARE * (sorted.length - 1))];
        this.white = sorted[(int) ((1 - SATURATED_SHARE) * (sorted.length - 1))];
    }

    /** Draws the picture as PNG; the mask must be on the grid of the volume. */
    public static void write(Volume volume, Mask mask, Path png) throws IOException {
        BufferedImage picture = new OverlayPicture(volume, mask).draw();
        if (!ImageIO.write(picture, "png", png.toFile())) {
            throw new IOException("No PNG writer in this Java");
        }
    }

    private BufferedImage draw() {
        int width = 3 * PANEL_PIXELS + 4 * MARGIN_PIXELS;
        BufferedImage picture = new BufferedImage(width, PANEL_PIXELS + 2 * MARGIN_PIXELS, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int[] middle = middle();
        for (int panel = 0; panel < 3; panel++) {
            Plane plane = Plane.across(2 - panel, middle[2 - panel], volume.grid());
            drawPanel(graphics, plane, MARGIN_PIXELS + panel * (PANEL_PIXELS + MARGIN_PIXELS));
        }
        graphics.dispose();
        return picture;
    }

    private void drawPanel(Graphics2D graphics, Plane plane, int left) {
        double scale = PANEL_PIXELS / Math.max(plane.widthMm(), plane.heightMm());
        int width = (int) Math.round(plane.widthMm() * scale);
        int height = (int) Math.round(plane.heightMm() * scale);
        int x = left + (PANEL_PIXELS - width) / 2;
        int y = MARGIN_PIXELS + (PANEL_PIXELS - height) / 2;
        graphics.drawImage(image(plane), x, y, width, height, null);
        graphics.setColor(OUTLINE);
        drawOutline(
                graphics, plane, new double[] {x, y, (double) width / plane.columns(), (double) height / plane.rows()});
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        graphics.drawString(plane.label(), left + 4, MARGIN_PIXELS + 14);
    }

    private BufferedImage image(Plane plane) {
        BufferedImage image = new BufferedImage(plane.columns(), plane.rows(), BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < plane.rows(); row++) {
            for (int column = 0; column < plane.columns(); column++) {
                float value = volume.voxels()[plane.offset(column, row)];
                float grey = (value - black) / Math.max(white - black, Float.MIN_NORMAL);
                image.getRaster().setSample(column, row, 0, Math.round(255 * Math.max(0, Math.min(1, grey))));
            }
        }
        return image;
    }

    /** Draws the edges between pixels in the mask and pixels outside; at is x, y, pixel width, pixel height. */
    private void drawOutline(Graphics2D graphics, Plane plane, double[] at) {
        graphics.setStroke(new java.awt.BasicStroke(1.6f));
        for (int row = 0; row <= plane.rows(); row++) {
            for (int column = 0; column <= plane.columns(); column++) {
                boolean here = inMask(plane, column, row);
                double x = at[0] + column * at[2];
                double y = at[1] + row * at[3];
                if (here != inMask(plane, column - 1, row)) {
                    graphics.draw(new java.awt.geom.Line2D.Double(x, y, x, y + at[3]));
                }
                if (here != inMask(plane, column, row - 1)) {
                    graphics.draw(new java.awt.geom.Line2D.Double(x, y, x + at[2], y));
                }
            }
        }
    }

    private boolean inMask(Plane plane, int column, int row) {
        return column >= 0
                && row >= 0
                && column < plane.columns()
                && row < plane.rows()
                && mask.voxels().get(plane.offset(column, row));
    }

    /** The voxel in the middle of the mask, or of the volume if the mask is empty: x, y, z. */
    private int[] middle() {
        Size size = volume.grid().size();
        BitSet voxels = mask.voxels();
        if (voxels.isEmpty()) {
            return new int[] {size.x() / 2, size.y() / 2, size.z() / 2};
        }
        long[] sums = new long[3];
        for (int i = voxels.nextSetBit(0); i >= 0; i = voxels.nextSetBit(i + 1)) {
            sums[0] += i % size.x();
            sums[1] += i / size.x() % size.y();
            sums[2] += i / (size.x() * size.y());
        }
        return Arrays.stream(sums)
                .mapToInt(s -> (int) (s / voxels.cardinality()))
                .toArray();
    }
}
