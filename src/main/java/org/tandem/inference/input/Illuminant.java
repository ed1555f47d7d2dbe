package org.tandem.inference.input;

import java.util.List;
import java.util.stream.IntStream;
import org.tandem.model.Input;
import org.tandem.volume.Volume;

/**
 * The colour of the light that a picture was taken in, as its own colours tell it (shades of grey,
 * doi:10.2352/CIC.2004.12.1.art00008): the Minkowski mean of each channel.
 *
 * @param means of red, green, blue, in any unit, one for each channel
 */
record Illuminant(List<Double> means) {

    /** What a colour channel cannot be brighter than. */
    private static final float WHITE = 255;

    Illuminant {
        means = List.copyOf(means);
    }

    static Illuminant of(List<Volume> colour, Input.ColourConstancy constancy) {
        double brightest = colour.stream()
                .mapToDouble(channel -> brightest(channel.voxels()))
                .max()
                .orElse(0);
        return new Illuminant(colour.stream()
                .map(channel -> mean(channel.voxels(), constancy.norm(), brightest))
                .toList());
    }

    /** As a share of the brightest of all channels, so that no power overflows. */
    private static double mean(float[] values, double norm, double brightest) {
        if (brightest == 0) {
            return 0;
        }
        if (Double.isInfinite(norm)) {
            return brightest(values) / brightest;
        }
        double sum = 0;
        for (float value : values) {
            sum += Math.pow(value / brightest, norm);
        }
        return Math.pow(sum / values.length, 1 / norm);
    }

    private static double brightest(float[] values) {
        double brightest = 0;
        for (float value : values) {
            brightest = Math.max(brightest, value);
        }
        return brightest;
    }

    /** The picture as under white light, none brighter than white; a channel that is black stays so. */
    List<Volume> takenFrom(List<Volume> colour) {
        return IntStream.range(0, colour.size())
                .mapToObj(i -> times(colour.get(i), gain(means.get(i))))
                .toList();
    }

    /** White light of the same strength has the same share, one over the root of the number of channels, in each. */
    private double gain(double mean) {
        double strength =
                Math.sqrt(means.stream().mapToDouble(each -> each * each).sum());
        return mean == 0 ? 1 : strength / (Math.sqrt(means.size()) * mean);
    }

    private static Volume times(Volume channel, double gain) {
        float[] balanced = new float[channel.voxels().length];
        for (int i = 0; i < balanced.length; i++) {
            balanced[i] = Math.min(WHITE, (float) (channel.voxels()[i] * gain));
        }
        return new Volume(channel.grid(), balanced);
    }
}
