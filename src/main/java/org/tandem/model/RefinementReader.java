package org.tandem.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the part {@code refine} of a manifest. */
final class RefinementReader {

    private RefinementReader() {}

    static Refinement read(YamlMap yaml) {
        return new Refinement(
                flips(yaml),
                yaml.truth("uncertainty_maps", false),
                yaml.optionalMap("occlusion").map(RefinementReader::occlusion),
                yaml.optionalMap("class_activation")
                        .map(map -> new Refinement.Activation(map.string("features"), map.string("gradients"))),
                yaml.optionalMap("expects").map(RefinementReader::domain));
    }

    private static Set<Refinement.Axis> flips(YamlMap yaml) {
        return yaml.strings("flips").stream()
                .map(letter -> switch (letter) {
                    case "D" -> Refinement.Axis.D;
                    case "H" -> Refinement.Axis.H;
                    case "W" -> Refinement.Axis.W;
                    default -> throw yaml.wrong("flips", letter, "some of D, H, W");
                })
                .collect(Collectors.toSet());
    }

    private static Refinement.Occlusion occlusion(YamlMap yaml) {
        int edge = YamlNumbers.positive(yaml, "edge_voxels", 16);
        return new Refinement.Occlusion(edge, YamlNumbers.positive(yaml, "step_voxels", Math.max(1, edge / 2)));
    }

    private static Refinement.Domain domain(YamlMap yaml) {
        String otherwise = yaml.string("otherwise", "flag");
        if (!otherwise.equals("flag") && !otherwise.equals("refuse")) {
            throw yaml.wrong("otherwise", otherwise, "flag or refuse");
        }
        return new Refinement.Domain(range(yaml, "mean"), range(yaml, "deviation"), otherwise.equals("refuse"));
    }

    private static Refinement.Range range(YamlMap yaml, String key) {
        List<Double> range = yaml.decimals(key);
        if (range.isEmpty()) {
            return new Refinement.Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        if (range.size() != 2 || !(range.get(0) <= range.get(1))) {
            throw yaml.wrong(key, range, "[low, high]");
        }
        return new Refinement.Range(range.get(0), range.get(1));
    }
}
