package org.tandem.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code manifest.yaml} strictly: what is unknown, missing or out of range is refused with its place. */
public final class ManifestReader {

    /** PS3.5 6.2, CS: capitals, digits, space and underscore, at most 16 characters. */
    private static final Pattern MODALITY = Pattern.compile("[A-Z0-9_ ]{1,16}");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private static final int DEFAULT_BATCH = 16;
    private static final int DEFAULT_WAIT_MS = 20;

    /** Beyond this nobody gains: it is as long as the calls of large networks. */
    private static final int LONGEST_WAIT_MS = 10_000;

    private ManifestReader() {}

    /** Reads a manifest, or refuses it with file, path, what it got and what it expected. */
    public static Manifest read(Path file) {
        return read(YamlMap.load(file));
    }

    static Manifest read(YamlMap yaml) {
        Input input = InputReader.read(yaml.map("input"));
        Manifest manifest = new Manifest(
                name(yaml),
                MeaningReader.label(yaml, "title"),
                MeaningReader.label(yaml, "intended_use"),
                accepts(yaml.map("accepts"), input.layout()),
                input,
                yaml.optionalMap("region_of").map(RegionReader::read),
                TechniqueReader.read(yaml.map("technique"), input.layout()),
                yaml.optionalMap("batching").map(ManifestReader::batching),
                yaml.optionalMap("ensemble").map(EnsembleReader::read),
                RefinementReader.read(yaml.map("refine")),
                outputs(yaml),
                yaml.maps("reference").stream().map(ManifestReader::reference).toList(),
                quantised(yaml),
                source(yaml.map("source")));
        yaml.refuseUnknownKeys();
        refuseWhatDoesNotGoTogether(yaml, manifest);
        return manifest;
    }

    private static ModelName name(YamlMap yaml) {
        String name = yaml.parsed("name", text -> new ModelName(text, "0.0.0").name());
        return yaml.parsed("version", version -> new ModelName(name, version));
    }

    /** A picture is a series of one slice. */
    private static Accepts accepts(YamlMap yaml, Input.Layout layout) {
        List<String> modalities = yaml.strings("modality");
        for (String modality : modalities) {
            if (!MODALITY.matcher(modality).matches()) {
                throw yaml.wrong("modality", modality, "a value of Modality (0008,0060), as in MR");
            }
        }
        return new Accepts(modalities, YamlNumbers.positive(yaml, "min_slices", layout.isFlat() ? 1 : 2));
    }

    private static Batching batching(YamlMap yaml) {
        int maxBatch = YamlNumbers.positive(yaml, "max_batch", DEFAULT_BATCH);
        int maxWaitMs = yaml.integer("max_wait_ms", DEFAULT_WAIT_MS);
        if (maxBatch < 2) {
            throw yaml.wrong("max_batch", maxBatch, "objects in one call, 2 or more");
        }
        if (maxWaitMs < 0 || maxWaitMs > LONGEST_WAIT_MS) {
            throw yaml.wrong("max_wait_ms", maxWaitMs, "milliseconds, 0 to " + LONGEST_WAIT_MS);
        }
        return new Batching(maxBatch, Duration.ofMillis(maxWaitMs));
    }

    private static Reference reference(YamlMap yaml) {
        double deviation = yaml.decimal("deviation", 0);
        if (!(deviation >= 0) || !Double.isFinite(deviation)) {
            throw yaml.wrong("deviation", deviation, "a standard deviation, 0 or more");
        }
        double mean = yaml.optionalDecimal("mean").orElseThrow(() -> yaml.wrong("mean", "nothing", "a number"));
        return new Reference(yaml.string("quantity"), YamlNumbers.positive(yaml, "n", 1), mean, deviation);
    }

    private static List<Quantisation> quantised(YamlMap yaml) {
        List<Quantisation> quantised = yaml.maps("quantised").stream()
                .map(ManifestReader::quantisation)
                .toList();
        if (quantised.stream().map(Quantisation::tensor).distinct().count() < quantised.size()) {
            throw yaml.wrong("quantised", "one tensor twice", "each tensor once");
        }
        return quantised;
    }

    private static Quantisation quantisation(YamlMap yaml) {
        double scale = YamlNumbers.optionalPositive(yaml, "scale")
                .orElseThrow(() -> yaml.wrong("scale", "nothing", "a positive number"));
        return new Quantisation(yaml.string("tensor"), scale, yaml.integer("zero_point", 0));
    }

    private static List<Output> outputs(YamlMap yaml) {
        List<Output> outputs =
                yaml.maps("outputs").stream().map(OutputReader::read).toList();
        if (outputs.isEmpty()) {
            throw yaml.wrong("outputs", "none", "at least one output");
        }
        if (outputs.stream().map(Output::tensor).distinct().count() < outputs.size()) {
            throw yaml.wrong("outputs", "one tensor twice", "another tensor for each output");
        }
        return outputs;
    }

    /** Boxes cannot be averaged, slices have no depth, and blobs are judged by a classification of patches alone. */
    private static void refuseWhatDoesNotGoTogether(YamlMap yaml, Manifest manifest) {
        boolean boxes = manifest.outputs().stream()
                .anyMatch(output ->
                        output instanceof Output.Detection detection && !(detection.places() instanceof Places.Peaks));
        if (boxes && !manifest.refinement().flips().isEmpty()) {
            throw yaml.wrong("refine.flips", "an output of boxes", "outputs that can be averaged");
        }
        if (boxes && manifest.ensemble().isPresent()) {
            throw yaml.wrong("ensemble", "an output of boxes", "outputs that can be averaged");
        }
        if (manifest.refinement().activation().isPresent()
                && (manifest.ensemble().isPresent() || manifest.technique() instanceof Technique.SlidingWindow)) {
            throw yaml.wrong(
                    "refine.class_activation", "an ensemble or sliding_window", "one network that sees it all");
        }
        boolean mean = manifest.ensemble()
                .map(ensemble -> ensemble.combining() instanceof Ensemble.Combining.Mean)
                .orElse(true);
        if (!mean && manifest.outputs().stream().anyMatch(Output.Regression.class::isInstance)) {
            throw yaml.wrong("ensemble.combine", "an output that is no probability", "mean");
        }
        if (manifest.input().layout().isFlat() && manifest.refinement().flips().contains(Refinement.Axis.D)) {
            throw yaml.wrong("refine.flips", "D with layout " + manifest.input().layout(), "some of H, W");
        }
        if (manifest.technique() instanceof Technique.Candidates) {
            requirePatches(yaml, manifest);
        }
    }

    private static void requirePatches(YamlMap yaml, Manifest manifest) {
        boolean onlyClasses = manifest.outputs().stream().allMatch(Output.Classification.class::isInstance);
        if (!onlyClasses) {
            throw yaml.wrong("technique.candidates", "outputs of other kinds", "outputs of kind classification");
        }
        if (!(manifest.input().framing().sampling() instanceof Input.Sampling.ToPixels)) {
            throw yaml.wrong("technique.candidates", "no input.resize_to_pixels", "the size of the patches there");
        }
    }

    private static Manifest.Source source(YamlMap yaml) {
        Optional<String> sha256 = yaml.optionalString("sha256");
        sha256.filter(digest -> !SHA256.matcher(digest).matches()).ifPresent(digest -> {
            throw yaml.wrong("sha256", digest, "64 hexadecimal digits in lower case");
        });
        return new Manifest.Source(yaml.string("origin"), yaml.string("licence"), sha256);
    }
}
