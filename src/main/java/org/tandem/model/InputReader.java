package org.tandem.model;

import java.util.List;
import java.util.Optional;
import org.tandem.volume.Orientation;

/** Reads the part {@code input} of a manifest. */
final class InputReader {

    private InputReader() {}

    static Input read(YamlMap yaml) {
        Input.Layout layout = layout(yaml);
        Optional<Orientation> orientation = yaml.optionalParsed("orientation", Orientation::new);
        Input.Framing framing = new Input.Framing(orientation, sampling(yaml), ViewReader.read(yaml));
        Input.Channels channels = yaml.isList("channels") ? Input.Channels.GREY : channels(yaml);
        Input.Values values = ValuesReader.read(yaml, channels, constancy(yaml, channels));
        return new Input(yaml.string("tensor"), layout, framing, values, CompositionReader.read(yaml, values));
    }

    private static Input.Channels channels(YamlMap yaml) {
        return yaml.choice("channels", Input.Channels.GREY);
    }

    private static Optional<Input.ColourConstancy> constancy(YamlMap input, Input.Channels channels) {
        return input.optionalMap("colour_constancy").map(yaml -> {
            double norm = yaml.decimal("norm", Input.ColourConstancy.USUAL_NORM);
            if (!(norm >= 1)) {
                throw yaml.wrong("norm", norm, "a number of at least 1, .inf for the brightest of each colour");
            }
            if (channels != Input.Channels.RGB) {
                throw input.wrong("colour_constancy", "channels that are not rgb", "it with channels: rgb alone");
            }
            return new Input.ColourConstancy(norm);
        });
    }

    private static Input.Layout layout(YamlMap yaml) {
        String layout = yaml.string("layout", "NDHWC");
        for (Input.Layout known : Input.Layout.values()) {
            if (known.name().equals(layout)) {
                return known;
            }
        }
        throw yaml.wrong("layout", layout, "NDHWC, NCDHW, NHWC or NCHW");
    }

    private static Input.Sampling sampling(YamlMap yaml) {
        List<String> ways = List.of("resample_to_voxels", "resize_to_pixels", "resample_to_spacing_mm").stream()
                .filter(yaml::has)
                .toList();
        if (ways.size() > 1) {
            throw yaml.wrong(ways.get(1), "also " + ways.get(0), "one of the two");
        }
        Input.Fit fit = yaml.choice("fit", Input.Fit.STRETCH);
        if (yaml.has("resample_to_voxels")) {
            return new Input.Sampling.ToVoxels(YamlNumbers.size(yaml, "resample_to_voxels"), fit);
        }
        if (yaml.has("resize_to_pixels")) {
            return toPixels(yaml, fit);
        }
        return yaml.has("resample_to_spacing_mm")
                ? new Input.Sampling.ToSpacing(YamlNumbers.spacing(yaml, "resample_to_spacing_mm"))
                : new Input.Sampling.AsIs();
    }

    private static Input.Sampling toPixels(YamlMap yaml, Input.Fit fit) {
        List<Double> numbers = yaml.decimals("resize_to_pixels");
        if (numbers.size() != 2 || !numbers.stream().allMatch(n -> n >= 1 && n <= 65_535 && n == Math.rint(n))) {
            throw yaml.wrong("resize_to_pixels", numbers, "[height, width], whole numbers of at least 1");
        }
        return new Input.Sampling.ToPixels(
                numbers.get(0).intValue(), numbers.get(1).intValue(), fit);
    }
}
