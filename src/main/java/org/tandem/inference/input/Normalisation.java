package org.tandem.inference.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tandem.model.Input;
import org.tandem.model.Input.Intensity;

/**
 * Brings values into the range that a network was trained on. Statistics are of all channels together, so that colours
 * stay what they are, and only of values that the manifest counts as inside.
 */
record Normalisation(Input.Values values) {

    /** New arrays, or the same where nothing is to be done. */
    List<float[]> apply(List<float[]> channels) {
        Optional<Input.Affine> range = range(channels);
        List<float[]> done = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            float[] ranged = ranged(channels.get(i), range);
            List<Input.Affine> affine = values.affine();
            done.add(affine.isEmpty() ? ranged : map(ranged, affine.get(affine.size() == 1 ? 0 : i)));
        }
        return done;
    }

    private float[] ranged(float[] channel, Optional<Input.Affine> range) {
        if (range.isEmpty()) {
            return channel;
        }
        float[] mapped = map(channel, range.get());
        boolean cut =
                values.intensity() instanceof Intensity.Window || values.intensity() instanceof Intensity.Percentiles;
        for (int i = 0; i < mapped.length; i++) {
            float value = cut ? Math.max(0, Math.min(1, mapped[i])) : mapped[i];
            mapped[i] = isInside(channel[i]) ? value : 0;
        }
        return mapped;
    }

    private boolean isInside(float value) {
        return values.insideAbove().isEmpty() || value > values.insideAbove().get();
    }

    /** What has to be done to values to bring them into range; empty where they are as they should be. */
    private Optional<Input.Affine> range(List<float[]> channels) {
        Intensity intensity = values.intensity();
        if (intensity instanceof Intensity.AsIs || intensity instanceof Intensity.Voi) {
            return values.insideAbove().map(above -> new Input.Affine(1, 0));
        }
        if (intensity instanceof Intensity.Window window) {
            return Optional.of(between(window.low(), window.high()));
        }
        if (intensity instanceof Intensity.Fixed fixed) {
            return Optional.of(between(fixed.low(), fixed.high()));
        }
        if (intensity instanceof Intensity.Percentiles percentiles) {
            float[] sorted = inside(channels);
            Arrays.sort(sorted);
            return Optional.of(between(at(sorted, percentiles.low()), at(sorted, percentiles.high())));
        }
        return Optional.of(of(intensity, Statistics.of(inside(channels))));
    }

    private static Input.Affine of(Intensity intensity, Statistics statistics) {
        if (intensity instanceof Intensity.DivideByMax) {
            return statistics.maximum() > 0 ? new Input.Affine(1 / statistics.maximum(), 0) : NOTHING;
        }
        if (intensity instanceof Intensity.MinMax) {
            return between(statistics.minimum(), statistics.maximum());
        }
        return statistics.deviation() > 0
                ? new Input.Affine(1 / statistics.deviation(), -statistics.mean() / statistics.deviation())
                : NOTHING;
    }

    private static final Input.Affine NOTHING = new Input.Affine(0, 0);

    private static Input.Affine between(double low, double high) {
        return high > low ? new Input.Affine(1 / (high - low), -low / (high - low)) : NOTHING;
    }

    private float[] inside(List<float[]> channels) {
        int count = channels.stream().mapToInt(channel -> channel.length).sum();
        float[] all = new float[count];
        int next = 0;
        for (float[] channel : channels) {
            for (float value : channel) {
                if (isInside(value)) {
                    all[next++] = value;
                }
            }
        }
        return Arrays.copyOf(all, next);
    }

    /** A percentile, straight between the two nearest values; 0 of none. */
    private static double at(float[] sorted, double percentile) {
        if (sorted.length == 0) {
            return 0;
        }
        double place = percentile / 100 * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    private static float[] map(float[] values, Input.Affine affine) {
        float[] mapped = new float[values.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = (float) (values[i] * affine.factor() + affine.offset());
        }
        return mapped;
    }
}
