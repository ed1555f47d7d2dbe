package org.tandem.picture;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * An image as a display shows it, and what is known of its pixels.
 *
 * @param pixels in grey or colour, a pixel for a pixel
 * @param sides which way it lies in the patient, where that is known
 */
public record View(BufferedImage pixels, PixelSize size, Optional<Sides> sides) {

    /**
     * Width and height of a pixel.
     *
     * @param inMm whether they are mm in the patient; otherwise only their ratio is known
     */
    public record PixelSize(double width, double height, boolean inMm) {

        public static final PixelSize SQUARE = new PixelSize(1, 1, false);

        public PixelSize {
            if (!(width > 0 && height > 0 && Double.isFinite(width + height))) {
                throw new IllegalArgumentException(
                        "Size of a pixel: got " + width + " × " + height + ", expected two positive numbers");
            }
        }
    }

    public int columns() {
        return pixels.getWidth();
    }

    public int rows() {
        return pixels.getHeight();
    }

    double width() {
        return columns() * size.width();
    }

    double height() {
        return rows() * size.height();
    }
}
