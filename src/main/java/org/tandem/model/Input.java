package org.tandem.model;

import java.util.Optional;
import org.tandem.volume.Orientation;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * What a network wants to be fed.
 *
 * @param tensor name of the input in the signature
 * @param layout order of the axes of the tensor
 * @param orientation which way the axes D, H, W of the tensor point in the patient; empty: as the series lies
 * @param sampling the voxels that it wants
 * @param intensity what is done to the values
 */
public record Input(
        String tensor, Layout layout, Optional<Orientation> orientation, Sampling sampling, Intensity intensity) {

    /** Order of the axes: batch, depth, height, width, and channel, last or second. */
    public enum Layout {
        NDHWC,
        NCDHW
    }

    /** The voxels that a network wants. */
    public sealed interface Sampling {

        /** The series' own. */
        record AsIs() implements Sampling {}

        /** So many voxels over the whole field of view, whatever their size. */
        record ToVoxels(Size size) implements Sampling {}

        /** Voxels of this size (mm along W, H, D of the tensor, that is x, y, z of its grid). */
        record ToSpacing(Vector3 spacingMm) implements Sampling {}
    }

    /** What is done to the values of the resampled volume. */
    public sealed interface Intensity {

        /** Nothing. */
        record AsIs() implements Intensity {}

        /** Divided by the largest value; a volume without positive values is all zero. */
        record DivideByMax() implements Intensity {}

        /** Cut off below and above, then brought to 0 … 1. */
        record Window(double low, double high) implements Intensity {}

        /** Smallest value 0, largest 1; a constant volume is all zero. */
        record MinMax() implements Intensity {}

        /** Mean 0, standard deviation 1; a constant volume is all zero. */
        record ZScore() implements Intensity {}
    }
}
