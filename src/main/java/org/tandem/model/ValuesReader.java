package org.tandem.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is done to the values of an input, or of one of its channels: {@code intensity}, {@code standardise}. */
final class ValuesReader {

    private ValuesReader() {}

    static Input.Values read(YamlMap input, Input.Channels channels, Optional<Input.ColourConstancy> constancy) {
        YamlMap yaml = input.map("intensity");
        Input.Intensity intensity = intensity(yaml);
        if (intensity instanceof Input.Intensity.Voi && channels == Input.Channels.RGB) {
            throw yaml.wrong("voi", true, "another way, for colours have no window");
        }
        Optional<Double> insideAbove = yaml.optionalDecimal("inside_above");
        return new Input.Values(channels, constancy, intensity, insideAbove, affine(input, yaml, channels));
    }

    /** One way at most: two of them in one manifest could be meant in either order. */
    private static Input.Intensity intensity(YamlMap yaml) {
        List<Input.Intensity> ways = new ArrayList<>();
        yaml.optionalString("divide_by").ifPresent(by -> {
            if (!by.equals("max")) {
                throw yaml.wrong("divide_by", by, "max");
            }
            ways.add(new Input.Intensity.DivideByMax());
        });
        if (yaml.has("window")) {
            List<Double> window = pair(yaml, "window");
            ways.add(new Input.Intensity.Window(window.get(0), window.get(1)));
        }
        if (yaml.has("fixed")) {
            List<Double> fixed = pair(yaml, "fixed");
            ways.add(new Input.Intensity.Fixed(fixed.get(0), fixed.get(1)));
        }
        if (yaml.truth("voi", false)) {
            ways.add(new Input.Intensity.Voi());
        }
        if (yaml.has("percentiles")) {
            ways.add(percentiles(yaml));
        }
        if (yaml.truth("z_score", false)) {
            ways.add(new Input.Intensity.ZScore());
        }
        if (yaml.truth("min_max", false)) {
            ways.add(new Input.Intensity.MinMax());
        }
        if (ways.size() > 1) {
            throw yaml.wrong(
                    String.join(" and ", yaml.keys()),
                    "several",
                    "one of divide_by, window, fixed, voi, percentiles, z_score, min_max");
        }
        return ways.isEmpty() ? new Input.Intensity.AsIs() : ways.get(0);
    }

    private static Input.Intensity percentiles(YamlMap yaml) {
        List<Double> pair = pair(yaml, "percentiles");
        if (pair.get(0) < 0 || pair.get(1) > 100) {
            throw yaml.wrong("percentiles", pair, "two numbers from 0 to 100");
        }
        return new Input.Intensity.Percentiles(pair.get(0), pair.get(1));
    }

    private static List<Double> pair(YamlMap yaml, String key) {
        List<Double> pair = yaml.decimals(key);
        if (pair.size() != 2 || !(pair.get(0) < pair.get(1)) || !pair.stream().allMatch(Double::isFinite)) {
            throw yaml.wrong(key, pair, "[low, high] with low below high");
        }
        return pair;
    }

    /** First to the range, then mean and deviation of each channel: two steps that are one. */
    private static List<Input.Affine> affine(YamlMap input, YamlMap intensity, Input.Channels channels) {
        boolean ranged = intensity.has("to");
        List<Double> to = ranged ? pair(intensity, "to") : List.of(0.0, 1.0);
        double width = to.get(1) - to.get(0);
        YamlMap yaml = input.map("standardise");
        List<Double> means = yaml.decimals("mean");
        List<Double> deviations = yaml.decimals("deviation");
        if (means.isEmpty() && deviations.isEmpty()) {
            return ranged ? List.of(new Input.Affine(width, to.get(0))) : List.of();
        }
        int count = channels == Input.Channels.RGB ? 3 : 1;
        requireOneEach(yaml, "mean", means, count);
        requireOneEach(yaml, "deviation", deviations, count);
        List<Input.Affine> affine = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double deviation = deviations.get(i);
            if (!(deviation > 0)) {
                throw yaml.wrong("deviation", deviations, "positive numbers");
            }
            affine.add(new Input.Affine(width / deviation, (to.get(0) - means.get(i)) / deviation));
        }
        return affine;
    }

    private static void requireOneEach(YamlMap yaml, String key, List<Double> numbers, int count) {
        if (numbers.size() != count || !numbers.stream().allMatch(Double::isFinite)) {
            throw yaml.wrong(key, numbers, count == 1 ? "[one number]" : "three numbers, one for each channel");
        }
    }
}
