package org.tandem.model;

import java.util.List;
import java.util.Optional;
import org.tandem.volume.Orientation;
import org.tandem.volume.Side;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * What a network wants to be fed.
 *
 * @param tensor name of the input in the signature
 * @param layout order of the axes of the tensor
 * @param framing the voxels that it wants
 * @param values what is done to their values
 * @param composition of channels that each have a source or a treatment of their own, if they have
 */
public record Input(String tensor, Layout layout, Framing framing, Values values, Composition composition) {

    /** Of channels that are all treated alike. */
    public Input(String tensor, Layout layout, Framing framing, Values values) {
        this(tensor, layout, framing, values, Composition.NONE);
    }

    /** Channels that the network gets of one slice. */
    public int channelCount() {
        int alike = values.channels() == Channels.RGB ? 3 : 1;
        return composition.isEmpty() ? alike : composition.channels().size();
    }

    /**
     * Order of the axes: batch, depth, height, width, and channel, last or second. Slices and pictures have no depth.
     */
    public enum Layout {
        NDHWC,
        NCDHW,
        NHWC,
        NCHW;

        /** Whether the network sees slices or pictures. */
        public boolean isFlat() {
            return this == NHWC || this == NCHW;
        }

        public boolean isChannelLast() {
            return this == NDHWC || this == NHWC;
        }
    }

    /**
     * Which voxels a network wants.
     *
     * @param orientation which way the axes D, H, W of the tensor point in the patient; empty: as the series lies
     * @param view what of the image is looked at
     */
    public record Framing(Optional<Orientation> orientation, Sampling sampling, View view) {

        public static final Framing AS_IS = new Framing(Optional.empty(), new Sampling.AsIs());

        /** Of all of the image. */
        public Framing(Optional<Orientation> orientation, Sampling sampling) {
            this(orientation, sampling, View.WHOLE);
        }
    }

    /**
     * What of an image is looked at, and how.
     *
     * @param flipTo the side that a picture of a breast, or of another paired part, is made to look like
     * @param beyond the value of what lies beyond the image
     */
    public record View(Optional<Side> flipTo, Crop crop, double beyond, Interpolation interpolation) {

        public static final View WHOLE = new View(Optional.empty(), new Crop.None(), 0, Interpolation.LINEAR);
    }

    /** Which part of an image is looked at. */
    public sealed interface Crop {

        record None() implements Crop {}

        /** So much about the middle, mm along x, y, z of the tensor's grid; infinite: all. What lacks is extended. */
        record ToExtent(Vector3 extentMm) implements Crop {}

        /**
         * The box about the largest part that is brighter than a value; all where nothing is.
         *
         * @param share whether the value is a share of the way from the least to the greatest value
         */
        record ToBright(double above, boolean share, double marginMm) implements Crop {}
    }

    /** How values between voxels are found. */
    public enum Interpolation {
        /** Straight between the nearest ones. */
        LINEAR,
        /** On coarser grids, a mean over as much as a new voxel covers. */
        ANTIALIASED
    }

    /** The voxels that a network wants. */
    public sealed interface Sampling {

        /** The series' own. */
        record AsIs() implements Sampling {}

        /** So many voxels over the whole field of view, whatever their size. */
        record ToVoxels(Size size, Fit fit) implements Sampling {}

        /** So many rows and columns over the whole field of view, slices as they are. */
        record ToPixels(int height, int width, Fit fit) implements Sampling {}

        /** Voxels of this size (mm along W, H, D of the tensor, that is x, y, z of its grid). */
        record ToSpacing(Vector3 spacingMm) implements Sampling {}
    }

    /** How one field of view is brought into another. */
    public enum Fit {
        /** Each axis for itself. */
        STRETCH,
        /** All axes alike, in the middle, what is left over is filled. */
        LETTERBOX
    }

    /**
     * What is done to values, in this order.
     *
     * @param constancy what is done about the colour of the light, of channels red, green, blue
     * @param affine for each channel; one for all of them; or none
     */
    public record Values(
            Channels channels,
            Optional<ColourConstancy> constancy,
            Intensity intensity,
            Optional<Double> insideAbove,
            List<Affine> affine) {

        public static final Values AS_IS = new Values(Channels.GREY, new Intensity.AsIs(), Optional.empty(), List.of());

        public Values {
            affine = List.copyOf(affine);
        }

        /** Under the light that the image was taken in. */
        public Values(Channels channels, Intensity intensity, Optional<Double> insideAbove, List<Affine> affine) {
            this(channels, Optional.empty(), intensity, insideAbove, affine);
        }
    }

    /**
     * Colours as they would be under white light: the light is the Minkowski mean of each channel
     * (doi:10.2352/CIC.2004.12.1.art00008).
     *
     * @param norm 1: grey world; infinite: max RGB; between: shades of grey
     */
    public record ColourConstancy(double norm) {

        /** Which the paper found best. */
        public static final double USUAL_NORM = 6;
    }

    /** What the channels of the tensor are. */
    public enum Channels {
        /** One: the values of the image; of a colour picture its luminance. */
        GREY,
        /** Three: red, green, blue; of a grey image its values three times. */
        RGB
    }

    /** Times the factor, plus the offset. */
    public record Affine(double factor, double offset) {}

    /** How values are brought into range. */
    public sealed interface Intensity {

        /** Nothing is done. */
        record AsIs() implements Intensity {}

        /** Divided by the largest value; a volume without positive values is all zero. */
        record DivideByMax() implements Intensity {}

        /** Cut off below and above, then brought to 0 … 1. */
        record Window(double low, double high) implements Intensity {}

        /** As a window, but not cut off. */
        record Fixed(double low, double high) implements Intensity {}

        /** As bright as a display shows them, by the window or table that the image itself names: 0 … 1. */
        record Voi() implements Intensity {}

        /** As a window between these two percentiles of the values. */
        record Percentiles(double low, double high) implements Intensity {}

        /** Smallest value 0, largest 1; a constant volume is all zero. */
        record MinMax() implements Intensity {}

        /** Mean 0, standard deviation 1; a constant volume is all zero. */
        record ZScore() implements Intensity {}
    }
}
