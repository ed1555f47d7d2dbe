package org.tandem.model;

import java.util.ArrayList;
import java.util.List;
import org.tandem.volume.Orientation;

/** Reads the part {@code input} of a manifest. */
final class InputReader {

    private InputReader() {}

    static Input read(YamlMap yaml) {
        return new Input(
                yaml.string("tensor"),
                layout(yaml),
                yaml.optionalParsed("orientation", Orientation::new),
                sampling(yaml),
                intensity(yaml.map("intensity")));
    }

    private static Input.Layout layout(YamlMap yaml) {
        String layout = yaml.string("layout", "NDHWC");
        for (Input.Layout known : Input.Layout.values()) {
            if (known.name().equals(layout)) {
                return known;
            }
        }
        throw yaml.wrong("layout", layout, "NDHWC or NCDHW");
    }

    private static Input.Sampling sampling(YamlMap yaml) {
        boolean toVoxels = yaml.has("resample_to_voxels");
        boolean toSpacing = yaml.has("resample_to_spacing_mm");
        if (toVoxels && toSpacing) {
            throw yaml.wrong("resample_to_spacing_mm", "also resample_to_voxels", "one of the two");
        }
        if (toVoxels) {
            return new Input.Sampling.ToVoxels(YamlNumbers.size(yaml, "resample_to_voxels"));
        }
        return toSpacing
                ? new Input.Sampling.ToSpacing(YamlNumbers.spacing(yaml, "resample_to_spacing_mm"))
                : new Input.Sampling.AsIs();
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
            ways.add(window(yaml));
        }
        if (yaml.truth("z_score", false)) {
            ways.add(new Input.Intensity.ZScore());
        }
        if (yaml.truth("min_max", false)) {
            ways.add(new Input.Intensity.MinMax());
        }
        if (ways.size() > 1) {
            throw yaml.wrong(
                    String.join(" and ", yaml.keys()), "several", "one of divide_by, window, z_score, min_max");
        }
        return ways.isEmpty() ? new Input.Intensity.AsIs() : ways.get(0);
    }

    private static Input.Intensity window(YamlMap yaml) {
        List<Double> window = yaml.decimals("window");
        if (window.size() != 2
                || !(window.get(0) < window.get(1))
                || !window.stream().allMatch(Double::isFinite)) {
            throw yaml.wrong("window", window, "[low, high] with low below high");
        }
        return new Input.Intensity.Window(window.get(0), window.get(1));
    }
}
