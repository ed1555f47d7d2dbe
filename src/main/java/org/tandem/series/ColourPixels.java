package org.tandem.series;

import java.awt.image.BufferedImage;
import org.tandem.codec.FramePicture;

/** The values of a picture in colours, whatever it stores them as: red, green and blue, 0 to 255, row by row. */
@SuppressWarnings("ArrayRecordComponent") // handed on, not compared
record ColourPixels(float[] red, float[] green, float[] blue) {

    static ColourPixels of(Slice slice) {
        BufferedImage picture = FramePicture.of(slice.source().file(), slice.frame());
        int width = picture.getWidth();
        int[] rgb = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        return new ColourPixels(channel(rgb, 16), channel(rgb, 8), channel(rgb, 0));
    }

    /** Y' of ITU-R BT.601-7, 2.5.1: what JPEG stores as luminance. */
    float[] luminance() {
        float[] values = new float[red.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.299 * red[i] + 0.587 * green[i] + 0.114 * blue[i]);
        }
        return values;
    }

    private static float[] channel(int[] rgb, int shift) {
        float[] values = new float[rgb.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rgb[i] >>> shift & 0xFF;
        }
        return values;
    }
}
