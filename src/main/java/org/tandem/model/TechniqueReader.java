package org.tandem.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the part {@code technique} of a manifest. */
final class TechniqueReader {

    /** Windows a tenth of their size apart: a thousand windows for each voxel are more than anybody waits for. */
    private static final double MAX_OVERLAP = 0.9;

    private static final int MAX_CANDIDATES = 400;

    private TechniqueReader() {}

    static Technique read(YamlMap yaml, Input.Layout layout) {
        List<Technique> ways = new ArrayList<>();
        yaml.optionalMap("whole_volume").ifPresent(map -> ways.add(whole(yaml, layout)));
        yaml.optionalMap("sliding_window").ifPresent(map -> ways.add(slidingWindow(map, layout)));
        yaml.optionalMap("slice_wise").ifPresent(map -> ways.add(sliceWise(yaml, map, layout)));
        yaml.optionalMap("candidates").ifPresent(map -> ways.add(candidates(yaml, map, layout)));
        if (ways.size() > 1) {
            throw yaml.wrong(String.join(" and ", yaml.keys()), "several", "one of them");
        }
        if (ways.isEmpty()) {
            return layout.isFlat() ? new Technique.SliceWise(0, 1) : new Technique.WholeVolume();
        }
        return ways.get(0);
    }

    private static Technique whole(YamlMap yaml, Input.Layout layout) {
        if (layout.isFlat()) {
            throw yaml.wrong("whole_volume", "layout " + layout, "slice_wise or sliding_window");
        }
        return new Technique.WholeVolume();
    }

    private static Technique sliceWise(YamlMap technique, YamlMap yaml, Input.Layout layout) {
        if (!layout.isFlat()) {
            throw technique.wrong("slice_wise", "layout " + layout, "whole_volume or sliding_window");
        }
        int neighbours = yaml.integer("neighbours", 0);
        if (neighbours < 0 || neighbours > 16) {
            throw yaml.wrong("neighbours", neighbours, "slices on each side, 0 to 16");
        }
        return new Technique.SliceWise(neighbours, YamlNumbers.positive(yaml, "batch", 1));
    }

    private static Technique candidates(YamlMap technique, YamlMap yaml, Input.Layout layout) {
        if (!layout.isFlat()) {
            throw technique.wrong("candidates", "layout " + layout, "NHWC or NCHW");
        }
        String of = yaml.string("of");
        if (!of.equals("lung_nodules")) {
            throw yaml.wrong("of", of, "lung_nodules");
        }
        double smallest = YamlNumbers.optionalPositive(yaml, "smallest_mm").orElse(3.0);
        double largest = YamlNumbers.optionalPositive(yaml, "largest_mm").orElse(30.0);
        if (!(smallest < largest)) {
            throw yaml.wrong("largest_mm", largest, "more than smallest_mm");
        }
        Technique.Blobs blobs =
                new Technique.Blobs(smallest, largest, YamlNumbers.positive(yaml, "max_candidates", MAX_CANDIDATES));
        Optional<OperatingPoint> line =
                yaml.has("threshold") ? Optional.of(MeaningReader.operatingPoint(yaml, 0.5)) : Optional.empty();
        return new Technique.Candidates(
                blobs,
                YamlNumbers.optionalPositive(yaml, "field_of_view_mm"),
                line,
                YamlNumbers.positive(yaml, "batch", 1));
    }

    private static Technique slidingWindow(YamlMap yaml, Input.Layout layout) {
        double overlap = yaml.decimal("overlap", 0.25);
        if (!(overlap >= 0 && overlap <= MAX_OVERLAP)) {
            throw yaml.wrong("overlap", overlap, "a share, 0 to " + MAX_OVERLAP);
        }
        Technique.SlidingWindow technique = new Technique.SlidingWindow(
                YamlNumbers.size(yaml, "window_voxels"),
                overlap,
                yaml.choice("blend", Technique.Blend.GAUSSIAN),
                YamlNumbers.positive(yaml, "batch", 1));
        if (layout.isFlat() && technique.window().z() != 1) {
            throw yaml.wrong("window_voxels", yaml.decimals("window_voxels"), "[1, H, W] with layout " + layout);
        }
        return technique;
    }
}
