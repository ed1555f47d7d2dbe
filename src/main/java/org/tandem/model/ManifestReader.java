package org.tandem.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.volume.Orientation;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** Reads {@code manifest.yaml} strictly: what is unknown, missing or out of range is refused with its place. */
public final class ManifestReader {

    private ManifestReader() {}

    /** Reads a manifest, or refuses it with file, path, what it got and what it expected. */
    public static Manifest read(Path file) {
        return read(YamlMap.load(file));
    }

    static Manifest read(YamlMap yaml) {
        Manifest manifest = new Manifest(
                new ModelName(yaml.string("name"), yaml.string("version")),
                yaml.string("title"),
                yaml.string("intended_use"),
                accepts(yaml.map("accepts")),
                input(yaml.map("input")),
                technique(yaml.map("technique")),
                outputs(yaml),
                source(yaml.map("source")));
        yaml.refuseUnknownKeys();
        return manifest;
    }

    private static Accepts accepts(YamlMap yaml) {
        return new Accepts(yaml.strings("modality"), positive(yaml, "min_slices", 2));
    }

    private static Input input(YamlMap yaml) {
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
            return new Input.Sampling.ToVoxels(size(yaml, "resample_to_voxels"));
        }
        if (!toSpacing) {
            return new Input.Sampling.AsIs();
        }
        double[] dhw = three(yaml, "resample_to_spacing_mm");
        return new Input.Sampling.ToSpacing(new Vector3(dhw[2], dhw[1], dhw[0]));
    }

    private static Input.Intensity intensity(YamlMap yaml) {
        Optional<String> divideBy = yaml.optionalString("divide_by");
        List<Double> window = yaml.decimals("window");
        boolean zScore = yaml.truth("z_score", false);
        if ((divideBy.isPresent() ? 1 : 0) + (window.isEmpty() ? 0 : 1) + (zScore ? 1 : 0) > 1) {
            throw yaml.wrong("window", "several", "one of divide_by, window, z_score");
        }
        if (divideBy.isPresent()) {
            if (!divideBy.get().equals("max")) {
                throw yaml.wrong("divide_by", divideBy.get(), "max");
            }
            return new Input.Intensity.DivideByMax();
        }
        if (!window.isEmpty()) {
            if (window.size() != 2 || window.get(0) >= window.get(1)) {
                throw yaml.wrong("window", window, "[low, high] with low below high");
            }
            return new Input.Intensity.Window(window.get(0), window.get(1));
        }
        return zScore ? new Input.Intensity.ZScore() : new Input.Intensity.AsIs();
    }

    private static Technique technique(YamlMap yaml) {
        yaml.optionalMap("whole_volume");
        return yaml.optionalMap("sliding_window")
                .map(ManifestReader::slidingWindow)
                .orElse(new Technique.WholeVolume());
    }

    private static Technique slidingWindow(YamlMap yaml) {
        double overlap = yaml.decimal("overlap", 0.25);
        if (!(overlap >= 0 && overlap < 1)) {
            throw yaml.wrong("overlap", overlap, "a share, 0 to below 1");
        }
        Technique.Blend blend =
                yaml.optionalEnum("blend", Technique.Blend.class).orElse(Technique.Blend.GAUSSIAN);
        return new Technique.SlidingWindow(size(yaml, "window_voxels"), overlap, blend);
    }

    private static List<Output> outputs(YamlMap yaml) {
        List<Output> outputs =
                yaml.maps("outputs").stream().map(ManifestReader::output).toList();
        if (outputs.isEmpty()) {
            throw yaml.wrong("outputs", "none", "at least one output");
        }
        return outputs;
    }

    private static Output output(YamlMap yaml) {
        String kind = yaml.string("kind");
        if (!kind.equals("segmentation")) {
            throw yaml.wrong("kind", kind, "segmentation");
        }
        List<Segment> segments =
                yaml.maps("segments").stream().map(ManifestReader::segment).toList();
        if (segments.isEmpty()) {
            throw yaml.wrong("segments", "none", "at least one segment");
        }
        double threshold = yaml.decimal("threshold", 0.5);
        if (!(threshold > 0 && threshold < 1)) {
            throw yaml.wrong("threshold", threshold, "a probability between 0 and 1");
        }
        return new Output.Segmentation(
                yaml.string("tensor"),
                threshold,
                yaml.optionalEnum("keep", Output.Keep.class).orElse(Output.Keep.ALL),
                segments,
                measurements(yaml));
    }

    private static List<Measurement> measurements(YamlMap yaml) {
        return yaml.strings("measurements").stream()
                .map(key -> Measurement.find(key)
                        .orElseThrow(() -> yaml.wrong("measurements", key, "some of " + Measurement.keys())))
                .toList();
    }

    private static Segment segment(YamlMap yaml) {
        int channel = yaml.integer("channel", 0);
        if (channel < 0) {
            throw yaml.wrong("channel", channel, "an index from 0");
        }
        return new Segment(
                channel, yaml.string("label"), yaml.parsed("category", Code::of), yaml.parsed("type", Code::of));
    }

    private static Manifest.Source source(YamlMap yaml) {
        return new Manifest.Source(yaml.string("origin"), yaml.string("licence"), yaml.optionalString("sha256"));
    }

    /** Three whole numbers in the order D, H, W. */
    private static Size size(YamlMap yaml, String key) {
        double[] dhw = three(yaml, key);
        for (double number : dhw) {
            if (number != Math.rint(number)) {
                throw yaml.wrong(key, yaml.decimals(key), "three whole numbers");
            }
        }
        return new Size((int) dhw[2], (int) dhw[1], (int) dhw[0]);
    }

    private static double[] three(YamlMap yaml, String key) {
        List<Double> numbers = yaml.decimals(key);
        if (numbers.size() != 3 || numbers.stream().anyMatch(n -> !(n > 0))) {
            throw yaml.wrong(key, numbers, "three positive numbers, for D, H and W");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int positive(YamlMap yaml, String key, int otherwise) {
        int number = yaml.integer(key, otherwise);
        if (number < 1) {
            throw yaml.wrong(key, number, "a whole number of at least 1");
        }
        return number;
    }
}
