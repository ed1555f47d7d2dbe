package org.tandem.evaluate.data;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.tandem.dicom.TandemException;
import org.tandem.inference.Exam;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * Reads PNG, JPEG, BMP and GIF files as they are stored: no colour management, no change of values. A picture has no
 * spacing: its grid says 1 mm a pixel. Luminance is 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601).
 */
final class Pictures {

    private static final Axes AXES = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));

    private Pictures() {}

    static boolean isPicture(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|bmp|gif)");
    }

    /** Refuses a file that no reader of Java knows. */
    static Exam read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Picture " + file + ": got a format that is not known, expected PNG or JPEG");
        }
        Raster raster = image.getRaster();
        boolean grey = image.getColorModel().getNumColorComponents() == 1
                && image.getColorModel().getTransferType() == raster.getTransferType()
                && !(image.getColorModel() instanceof java.awt.image.IndexColorModel);
        return grey ? grey(raster) : colour(image);
    }

    /** One slice of this size, row by row. */
    static Volume slice(int width, int height, float[] values) {
        return new Volume(
                new Grid(new Size(width, height, 1), AXES, new Vector3(1, 1, 1), new Vector3(0, 0, 0)), values);
    }

    private static Exam grey(Raster raster) {
        float[] values = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (float[]) null);
        return Exam.of(slice(raster.getWidth(), raster.getHeight(), values));
    }

    private static Exam colour(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return colour(width, height, pixels);
    }

    /** Of pixels 0xRRGGBB; a picture whose three colours are the same everywhere is grey. */
    static Exam colour(int width, int height, int[] pixels) {
        float[][] channels = new float[3][pixels.length];
        float[] luminance = new float[pixels.length];
        boolean grey = true;
        for (int i = 0; i < pixels.length; i++) {
            int red = (pixels[i] >> 16) & 0xFF;
            int green = (pixels[i] >> 8) & 0xFF;
            int blue = pixels[i] & 0xFF;
            channels[0][i] = red;
            channels[1][i] = green;
            channels[2][i] = blue;
            luminance[i] = red == green && green == blue ? red : 0.299f * red + 0.587f * green + 0.114f * blue;
            grey &= red == green && green == blue;
        }
        Volume volume = slice(width, height, luminance);
        return grey
                ? Exam.of(volume)
                : new Exam(
                        volume,
                        List.of(
                                slice(width, height, channels[0]),
                                slice(width, height, channels[1]),
                                slice(width, height, channels[2])));
    }
}
