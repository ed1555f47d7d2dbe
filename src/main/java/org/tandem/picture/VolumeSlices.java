package org.tandem.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tandem.codec.FramePicture;
import org.tandem.dicom.DataSet;
import org.tandem.volume.Mask;
import org.tandem.volume.Volume;

/**
 * Pictures of slices of a volume, and of what lies on its grid.
 *
 * @param colour red, green and blue, 0 to 255, on the same grid, of a volume that has colours; otherwise none
 * @param brightness of a value, 0 to 1
 */
public record VolumeSlices(Volume volume, List<Volume> colour, DoubleUnaryOperator brightness) {

    /** Share of voxels that may be brighter than white, so that a few bright ones do not darken the rest. */
    private static final double SATURATED_SHARE = 0.005;

    /** More values than this tell no more about their distribution. */
    private static final int MAX_SAMPLES = 1 << 20;

    public VolumeSlices {
        colour = List.copyOf(colour);
    }

    /** From the dark to the bright ones of the volume, or in its colours. */
    public static VolumeSlices of(Volume volume, List<Volume> colour) {
        return new VolumeSlices(volume, colour, range(volume));
    }

    /** In the window that the image says, or else from dark to bright. */
    public static VolumeSlices of(Volume volume, DataSet header) {
        DoubleUnaryOperator said =
                FramePicture.brightness(header).orElseGet(() -> FramePicture.oriented(header, range(volume)));
        return new VolumeSlices(volume, List.of(), said);
    }

    private static DoubleUnaryOperator range(Volume volume) {
        float[] voxels = volume.voxels();
        int step = Math.max(1, voxels.length / MAX_SAMPLES);
        float[] sorted = new float[(voxels.length + step - 1) / step];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = voxels[i * step];
        }
        Arrays.sort(sorted);
        float black = sorted[(int) (SATURATED_SHARE * (sorted.length - 1))];
        float white = sorted[(int) ((1 - SATURATED_SHARE) * (sorted.length - 1))];
        double range = Math.max(white - black, Float.MIN_NORMAL);
        return value -> Math.max(0, Math.min(1, (value - black) / range));
    }

    /** The slice in true proportions; mm and sides are those of the grid. */
    public View view(Plane plane) {
        View.PixelSize size = new View.PixelSize(plane.pixelWidthMm(), plane.pixelHeightMm(), true);
        return new View(pixels(plane), size, Optional.of(plane.sides()));
    }

    private BufferedImage pixels(Plane plane) {
        BufferedImage pixels = new BufferedImage(plane.columns(), plane.rows(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < plane.rows(); row++) {
            for (int column = 0; column < plane.columns(); column++) {
                pixels.setRGB(column, row, rgb(plane.offset(column, row)));
            }
        }
        return pixels;
    }

    private int rgb(int voxel) {
        if (colour.isEmpty()) {
            return 0x010101 * (int) Math.round(0xFF * brightness.applyAsDouble(volume.voxels()[voxel]));
        }
        int rgb = 0;
        for (Volume channel : colour) {
            rgb = rgb << 8 | Math.max(0, Math.min(0xFF, Math.round(channel.voxels()[voxel])));
        }
        return rgb;
    }

    /** The voxels of a mask in a slice. */
    public static Region region(Mask mask, Plane plane, Color colour) {
        BitSet pixels = new BitSet();
        for (int row = 0; row < plane.rows(); row++) {
            for (int column = 0; column < plane.columns(); column++) {
                pixels.set(row * plane.columns() + column, mask.voxels().get(plane.offset(column, row)));
            }
        }
        return new Region(pixels, plane.columns(), colour);
    }

    /** The values of another volume of the same grid in a slice. */
    public static HeatMap heatMap(Volume values, Plane plane, ColourScale scale) {
        float[] pixels = new float[plane.columns() * plane.rows()];
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            pixels[pixel] = values.voxels()[plane.offset(pixel % plane.columns(), pixel / plane.columns())];
        }
        return new HeatMap(pixels, plane.columns(), scale);
    }
}
