package org.tandem.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tandem.dicom.Code;

/** Reads {@code manifest.yaml} strictly: what is unknown, missing or out of range is refused with its place. */
public final class ManifestReader {

    /** PS3.5 6.2, CS: capitals, digits, space and underscore, at most 16 characters. */
    private static final Pattern MODALITY = Pattern.compile("[A-Z0-9_ ]{1,16}");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** PS3.5 6.2, LO: Segment Label and the names that results carry. */
    private static final int MAX_LABEL_LENGTH = 64;

    /** Windows a tenth of their size apart: a thousand windows for each voxel are more than anybody waits for. */
    private static final double MAX_OVERLAP = 0.9;

    private ManifestReader() {}

    /** Reads a manifest, or refuses it with file, path, what it got and what it expected. */
    public static Manifest read(Path file) {
        return read(YamlMap.load(file));
    }

    static Manifest read(YamlMap yaml) {
        Manifest manifest = new Manifest(
                name(yaml),
                label(yaml, "title"),
                label(yaml, "intended_use"),
                accepts(yaml.map("accepts")),
                InputReader.read(yaml.map("input")),
                technique(yaml.map("technique")),
                outputs(yaml),
                source(yaml.map("source")));
        yaml.refuseUnknownKeys();
        return manifest;
    }

    private static ModelName name(YamlMap yaml) {
        String name = yaml.parsed("name", text -> new ModelName(text, "0.0.0").name());
        return yaml.parsed("version", version -> new ModelName(name, version));
    }

    private static Accepts accepts(YamlMap yaml) {
        List<String> modalities = yaml.strings("modality");
        for (String modality : modalities) {
            if (!MODALITY.matcher(modality).matches()) {
                throw yaml.wrong("modality", modality, "a value of Modality (0008,0060), as in MR");
            }
        }
        return new Accepts(modalities, YamlNumbers.positive(yaml, "min_slices", 2));
    }

    private static Technique technique(YamlMap yaml) {
        boolean whole = yaml.optionalMap("whole_volume").isPresent();
        Optional<YamlMap> window = yaml.optionalMap("sliding_window");
        if (whole && window.isPresent()) {
            throw yaml.wrong("sliding_window", "also whole_volume", "one of the two");
        }
        return window.map(ManifestReader::slidingWindow).orElse(new Technique.WholeVolume());
    }

    private static Technique slidingWindow(YamlMap yaml) {
        double overlap = yaml.decimal("overlap", 0.25);
        if (!(overlap >= 0 && overlap <= MAX_OVERLAP)) {
            throw yaml.wrong("overlap", overlap, "a share, 0 to " + MAX_OVERLAP);
        }
        Technique.Blend blend =
                yaml.optionalEnum("blend", Technique.Blend.class).orElse(Technique.Blend.GAUSSIAN);
        return new Technique.SlidingWindow(
                YamlNumbers.size(yaml, "window_voxels"), overlap, blend, YamlNumbers.positive(yaml, "batch", 1));
    }

    private static List<Output> outputs(YamlMap yaml) {
        List<Output> outputs =
                yaml.maps("outputs").stream().map(ManifestReader::output).toList();
        if (outputs.isEmpty()) {
            throw yaml.wrong("outputs", "none", "at least one output");
        }
        if (outputs.stream().map(Output::tensor).distinct().count() < outputs.size()) {
            throw yaml.wrong("outputs", "one tensor twice", "another tensor for each output");
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
        if (segments.stream().map(Segment::channel).distinct().count() < segments.size()) {
            throw yaml.wrong("segments", "one channel twice", "another channel for each segment");
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
                channel, label(yaml, "label"), yaml.parsed("category", Code::of), yaml.parsed("type", Code::of));
    }

    private static Manifest.Source source(YamlMap yaml) {
        Optional<String> sha256 = yaml.optionalString("sha256");
        sha256.filter(digest -> !SHA256.matcher(digest).matches()).ifPresent(digest -> {
            throw yaml.wrong("sha256", digest, "64 hexadecimal digits in lower case");
        });
        return new Manifest.Source(yaml.string("origin"), yaml.string("licence"), sha256);
    }

    private static String label(YamlMap yaml, String key) {
        String label = yaml.string(key).strip();
        if (label.isEmpty() || label.length() > MAX_LABEL_LENGTH || label.indexOf('\\') >= 0) {
            throw yaml.wrong(key, "\"" + label + "\"", "1 to " + MAX_LABEL_LENGTH + " characters without backslash");
        }
        return label;
    }
}
