package org.tandem.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * A number for each pixel, as colour over the image: the greater, the less of the image shows through, so that what
 * matters little does not hide it.
 *
 * @param values row by row; NaN where there is none; not copied
 * @param columns of the image
 */
@SuppressWarnings("ArrayRecordComponent")
public record HeatMap(float[] values, int columns, ColourScale scale) implements Layer {

    private static final double GREATEST_ALPHA = 0.65;

    @Override
    public void draw(Graphics2D graphics, Placement at) {
        BufferedImage map = new BufferedImage(columns, values.length / columns, BufferedImage.TYPE_INT_ARGB);
        for (int pixel = 0; pixel < values.length; pixel++) {
            if (!Float.isNaN(values[pixel])) {
                map.setRGB(pixel % columns, pixel / columns, argb(values[pixel]));
            }
        }
        graphics.drawImage(map, at.fromPixels(), null);
    }

    private int argb(float value) {
        int alpha = (int) Math.round(255 * GREATEST_ALPHA * Math.sqrt(scale.share(value)));
        return alpha << 24 | (scale.colour(value).getRGB() & 0xFFFFFF);
    }
}
