package org.tandem.model;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.tandem.dicom.Code;

/** Reads one entry of {@code outputs} of a manifest. */
final class OutputReader {

    private OutputReader() {}

    static Output read(YamlMap yaml) {
        String kind = yaml.string("kind");
        return switch (kind) {
            case "segmentation" -> segmentation(yaml);
            case "classification" -> classification(yaml);
            case "detection" -> DetectionReader.read(yaml);
            case "regression" -> regression(yaml);
            default -> throw yaml.wrong("kind", kind, "segmentation, classification, detection or regression");
        };
    }

    private static Output segmentation(YamlMap yaml) {
        List<YamlMap> maps = yaml.maps("segments");
        List<Segment> segments = IntStream.range(0, maps.size())
                .mapToObj(i -> new Segment(MeaningReader.channel(maps.get(i), i), MeaningReader.meaning(maps.get(i))))
                .toList();
        requireDistinct(yaml, "segments", segments, Segment::channel);
        Output.Cut cut = new Output.Cut(
                activation(yaml),
                yaml.truth("exclusive", false),
                YamlNumbers.within(yaml, "threshold", 0.5),
                yaml.choice("keep", Output.Keep.ALL));
        return new Output.Segmentation(yaml.string("tensor"), cut, segments, measurements(yaml));
    }

    private static List<Measurement> measurements(YamlMap yaml) {
        return yaml.strings("measurements").stream()
                .map(key -> Measurement.find(key)
                        .orElseThrow(() -> yaml.wrong("measurements", key, "some of " + Measurement.keys())))
                .toList();
    }

    private static Output classification(YamlMap yaml) {
        Output.Choice choice = yaml.choice("choice", Output.Choice.MULTI_LABEL);
        List<YamlMap> maps = yaml.maps("classes");
        List<LabelledClass> classes = IntStream.range(0, maps.size())
                .mapToObj(i -> labelledClass(maps.get(i), i, choice))
                .toList();
        requireDistinct(yaml, "classes", classes, LabelledClass::channel);
        Output.Scoring scoring = new Output.Scoring(
                activation(yaml),
                choice,
                pooling(yaml),
                CalibrationReader.read(yaml),
                conformal(yaml, choice, classes.size()));
        return new Output.Classification(yaml.string("tensor"), scoring, classes);
    }

    /** Of answers of which one is true: several classes that are each there or not are no such. */
    private static Optional<Conformal> conformal(YamlMap yaml, Output.Choice choice, int classes) {
        return yaml.optionalMap("conformal").map(map -> {
            if (choice == Output.Choice.MULTI_LABEL && classes > 1) {
                throw yaml.wrong(
                        "conformal",
                        "choice multi_label of " + classes + " classes",
                        "one class, or choice multi_class or ordinal");
            }
            double level = YamlNumbers.within(map, "level", 0.9);
            return new Conformal(YamlNumbers.within(map, "quantile", Double.NaN), level);
        });
    }

    /** A class that is one of several has a line only where the manifest draws it. */
    private static LabelledClass labelledClass(YamlMap yaml, int place, Output.Choice choice) {
        Optional<OperatingPoint> line =
                switch (choice) {
                    case MULTI_LABEL -> Optional.of(MeaningReader.operatingPoint(yaml, 0.5));
                    case MULTI_CLASS ->
                        yaml.has("threshold") ? Optional.of(MeaningReader.operatingPoint(yaml, 0.5)) : Optional.empty();
                    case ORDINAL -> Optional.empty();
                };
        return new LabelledClass(MeaningReader.channel(yaml, place), MeaningReader.meaning(yaml), line);
    }

    private static Output regression(YamlMap yaml) {
        List<YamlMap> maps = yaml.maps("quantities");
        List<Quantity> quantities = IntStream.range(0, maps.size())
                .mapToObj(i -> quantity(maps.get(i), i))
                .toList();
        requireDistinct(yaml, "quantities", quantities, Quantity::channel);
        return new Output.Regression(yaml.string("tensor"), pooling(yaml), quantities);
    }

    private static Quantity quantity(YamlMap yaml, int place) {
        double level = YamlNumbers.within(yaml, "level", 0.95);
        Optional<Interval> error = yaml.optionalDecimal("plus_minus").map(half -> {
            if (!(half > 0) || !Double.isFinite(half)) {
                throw yaml.wrong("plus_minus", half, "a positive number in the unit");
            }
            return new Interval(-half, half, level);
        });
        Quantity.Scale scale = new Quantity.Scale(yaml.decimal("multiply", 1), yaml.decimal("add", 0), error);
        return new Quantity(
                MeaningReader.channel(yaml, place), MeaningReader.meaning(yaml), yaml.parsed("unit", Code::of), scale);
    }

    static Activation activation(YamlMap yaml) {
        return yaml.choice("activation", Activation.NONE);
    }

    private static Output.Pooling pooling(YamlMap yaml) {
        return yaml.choice("pooling", Output.Pooling.MEAN);
    }

    static <T> void requireDistinct(YamlMap yaml, String key, List<T> entries, ToIntFunction<T> channel) {
        String one = key.endsWith("ies") ? "quantity" : key.endsWith("ses") ? "class" : "segment";
        if (entries.isEmpty()) {
            throw yaml.wrong(key, "none", "at least one " + one);
        }
        if (entries.stream().mapToInt(channel).distinct().count() < entries.size()) {
            throw yaml.wrong(key, "one channel twice", "another channel for each " + one);
        }
    }
}
