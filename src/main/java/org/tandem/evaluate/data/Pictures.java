package org.tandem.evaluate.data;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.tandem.dicom.TandemException;
import org.tandem.inference.input.Exam;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * Reads PNG, JPEG, BMP and GIF files as they are stored: no colour management, levels only stretched to what they stand
 * for. A picture has no spacing: its grid says 1 mm a pixel. Luminance is 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601).
 */
final class Pictures {

    private static final Axes AXES = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));

    /** Of 8 bits. */
    static final int LARGEST = 255;

    private Pictures() {}

    static boolean isPicture(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|bmp|gif)");
    }

    /** Refuses a file that no reader of Java knows. */
    static Exam read(Path file, GreyLevels levels) throws IOException {
        BufferedImage image = decoded(file);
        Raster raster = image.getRaster();
        boolean grey = image.getColorModel().getNumColorComponents() == 1
                && image.getColorModel().getTransferType() == raster.getTransferType()
                && !(image.getColorModel() instanceof java.awt.image.IndexColorModel);
        return grey ? grey(image, levels) : colour(image, levels);
    }

    private static BufferedImage decoded(Path file) throws IOException {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image != null) {
                return image;
            }
        } catch (IIOException e) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "Picture " + file + ": damaged, " + e.getMessage(), e);
        }
        throw new TandemException(
                TandemException.Kind.REFUSE,
                "Picture " + file + ": got a format that is not known, expected PNG or JPEG");
    }

    /** Voxels of 1 mm, row by row. */
    static Volume volume(Size size, float[] values) {
        return new Volume(new Grid(size, AXES, new Vector3(1, 1, 1), new Vector3(0, 0, 0)), values);
    }

    private static Exam grey(BufferedImage image, GreyLevels levels) {
        Raster raster = image.getRaster();
        float[] values = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (float[]) null);
        levels.apply(values, (1 << image.getColorModel().getComponentSize(0)) - 1);
        return Exam.of(volume(new Size(raster.getWidth(), raster.getHeight(), 1), values));
    }

    private static Exam colour(BufferedImage image, GreyLevels levels) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return colour(new Size(width, height, 1), pixels, levels);
    }

    /** Of pixels 0xRRGGBB; a picture whose three colours are the same everywhere is grey. */
    static Exam colour(Size size, int[] pixels, GreyLevels levels) {
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
        for (float[] values : List.of(luminance, channels[0], channels[1], channels[2])) {
            levels.apply(values, LARGEST);
        }
        Volume volume = volume(size, luminance);
        return grey
                ? Exam.of(volume)
                : new Exam(
                        volume,
                        List.of(volume(size, channels[0]), volume(size, channels[1]), volume(size, channels[2])));
    }
}
