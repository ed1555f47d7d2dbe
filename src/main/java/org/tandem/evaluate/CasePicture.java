package org.tandem.evaluate;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javax.imageio.ImageIO;
import org.tandem.inference.Exam;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/**
 * One slice of a case, where prediction and truth differ most: the truth outlined in blue, what was predicted in
 * orange. Nothing is written into it, so it needs no fonts. In true proportions; of a volume the slice is one of its
 * own.
 */
final class CasePicture {

    private static final int LONGER_SIDE_PIXELS = 360;
    private static final Color TRUTH = new Color(0x56, 0xB4, 0xE9);
    private static final Color PREDICTED = new Color(0xE6, 0x9F, 0x00);

    /** Share of values that may be brighter than white, or darker than black. */
    private static final double SATURATED_SHARE = 0.005;

    private final Exam images;
    private final Size size;
    private final int slice;

    /** What was predicted, and what is true; on the grid of the images. */
    record Outlines(Mask predicted, Mask truth) {}

    private CasePicture(Exam images, int slice) {
        this.images = images;
        this.size = images.volume().grid().size();
        this.slice = slice;
    }

    /** A PNG file. */
    static byte[] png(Exam images, List<Outlines> outlines) throws IOException {
        CasePicture picture = new CasePicture(images, slice(images.volume(), outlines));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture.draw(outlines), "png", out)) {
            throw new IOException("No PNG writer in this Java");
        }
        return out.toByteArray();
    }

    /** The slice on which most voxels are in one mask and not in the other; the middle one where there are none. */
    private static int slice(Volume volume, List<Outlines> outlines) {
        Size size = volume.grid().size();
        int[] differing = new int[size.z()];
        for (Outlines pair : outlines) {
            BitSet either = (BitSet) pair.predicted().voxels().clone();
            either.xor(pair.truth().voxels());
            either.stream().forEach(voxel -> differing[voxel / (size.x() * size.y())]++);
        }
        int most = size.z() / 2;
        for (int z = 0; z < differing.length; z++) {
            most = differing[z] > differing[most] ? z : most;
        }
        return most;
    }

    private BufferedImage draw(List<Outlines> outlines) {
        double wide = size.x() * images.volume().grid().spacingMm().x();
        double high = size.y() * images.volume().grid().spacingMm().y();
        double scale = LONGER_SIDE_PIXELS / Math.max(wide, high);
        int width = (int) Math.max(1, Math.round(wide * scale));
        int height = (int) Math.max(1, Math.round(high * scale));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(pixels(), 0, 0, width, height, null);
        graphics.dispose();
        for (Outlines pair : outlines) {
            outline(picture, pair.truth(), TRUTH);
            outline(picture, pair.predicted(), PREDICTED);
        }
        return picture;
    }

    private BufferedImage pixels() {
        BufferedImage image = new BufferedImage(size.x(), size.y(), BufferedImage.TYPE_INT_RGB);
        float[][] channels = images.colour().isEmpty()
                ? new float[][] {images.volume().voxels()}
                : images.colour().stream().map(Volume::voxels).toArray(float[][]::new);
        float[] range = images.colour().isEmpty() ? range(channels[0]) : new float[] {0, 255};
        int first = size.offset(0, 0, slice);
        for (int i = 0; i < size.x() * size.y(); i++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                rgb = (rgb << 8) | grey(channels[Math.min(c, channels.length - 1)][first + i], range);
            }
            image.setRGB(i % size.x(), i / size.x(), rgb);
        }
        return image;
    }

    private float[] range(float[] voxels) {
        int first = size.offset(0, 0, slice);
        float[] sorted = Arrays.copyOfRange(voxels, first, first + size.x() * size.y());
        Arrays.sort(sorted);
        return new float[] {
            sorted[(int) (SATURATED_SHARE * (sorted.length - 1))],
            sorted[(int) ((1 - SATURATED_SHARE) * (sorted.length - 1))]
        };
    }

    private static int grey(float value, float[] range) {
        float share = (value - range[0]) / Math.max(range[1] - range[0], Float.MIN_NORMAL);
        return Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    /** Colours the pixels of the picture that are in the mask while a neighbour is not. */
    private void outline(BufferedImage picture, Mask mask, Color colour) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                boolean inside = isIn(picture, mask, x, y);
                if (inside
                        && !(isIn(picture, mask, x - 1, y)
                                && isIn(picture, mask, x + 1, y)
                                && isIn(picture, mask, x, y - 1)
                                && isIn(picture, mask, x, y + 1))) {
                    picture.setRGB(x, y, colour.getRGB());
                }
            }
        }
    }

    private boolean isIn(BufferedImage picture, Mask mask, int x, int y) {
        if (x < 0 || y < 0 || x >= picture.getWidth() || y >= picture.getHeight()) {
            return false;
        }
        return mask.at(x * size.x() / picture.getWidth(), y * size.y() / picture.getHeight(), slice);
    }
}
