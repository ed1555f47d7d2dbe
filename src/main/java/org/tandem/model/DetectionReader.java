package org.tandem.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads an output of kind {@code detection}. */
final class DetectionReader {

    private static final int MAX_DETECTIONS = 100;

    private DetectionReader() {}

    static Output read(YamlMap yaml) {
        List<YamlMap> maps = yaml.maps("classes");
        List<Sought> classes = IntStream.range(0, maps.size())
                .mapToObj(i -> new Sought(MeaningReader.channel(maps.get(i), i), MeaningReader.meaning(maps.get(i))))
                .toList();
        OutputReader.requireDistinct(yaml, "classes", classes, Sought::channel);
        double overlap = yaml.decimal("overlap", 0.5);
        if (!(overlap >= 0 && overlap <= 1)) {
            throw yaml.wrong("overlap", overlap, "a share, 0 to 1");
        }
        Output.Selection selection = new Output.Selection(
                OutputReader.activation(yaml),
                MeaningReader.operatingPoint(yaml, 0.5),
                overlap,
                YamlNumbers.positive(yaml, "max_detections", MAX_DETECTIONS));
        return new Output.Detection(yaml.string("tensor"), places(yaml), selection, classes);
    }

    private static Places places(YamlMap yaml) {
        List<Places> ways = new ArrayList<>();
        yaml.optionalMap("boxes").map(DetectionReader::boxes).ifPresent(ways::add);
        yaml.optionalMap("anchors").map(DetectionReader::anchors).ifPresent(ways::add);
        yaml.optionalMap("peaks").map(DetectionReader::peaks).ifPresent(ways::add);
        if (ways.size() != 1) {
            throw yaml.wrong("boxes, anchors and peaks", ways.size() + " of them", "one of them");
        }
        return ways.get(0);
    }

    private static Places boxes(YamlMap yaml) {
        return new Places.Boxes(
                Optional.of(yaml.string("scores")),
                yaml.optionalString("labels"),
                new Places.BoxForm(yaml.choice("order", Places.Order.YXYX), yaml.choice("unit", Places.Unit.PIXELS)));
    }

    private static Places anchors(YamlMap yaml) {
        List<YamlMap> maps = yaml.maps("levels");
        if (maps.isEmpty()) {
            throw yaml.wrong("levels", "none", "at least one level");
        }
        List<Places.Level> levels = maps.stream()
                .map(level -> new Places.Level(
                        YamlNumbers.positive(level, "stride_voxels", 1), YamlNumbers.positives(level, "sizes_voxels")))
                .toList();
        List<Double> ratios = yaml.has("ratios") ? YamlNumbers.positives(yaml, "ratios") : List.of(1.0);
        return new Places.Anchors(
                Optional.of(yaml.string("scores")),
                levels,
                ratios,
                new Places.Deviations(
                        yaml.decimal("shift_deviation", 1),
                        yaml.decimal("size_deviation", 1),
                        yaml.choice("order", Places.AxisOrder.YX)));
    }

    private static Places peaks(YamlMap yaml) {
        double radius = yaml.decimal("radius_mm", 5);
        if (!(radius >= 0) || !Double.isFinite(radius)) {
            throw yaml.wrong("radius_mm", radius, "a length of at least 0");
        }
        return new Places.Peaks(radius);
    }
}
