package org.tandem.evaluate.metric;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that chooses a threshold on one set of cases, to be reported on another: {@code youden}, {@code f1},
 * {@code sensitivity>=0.95} (the highest specificity at which that holds) or {@code specificity>=0.9}.
 */
public sealed interface ThresholdRule {

    /** The threshold that the rule chooses; empty where the cases allow none. */
    OptionalDouble choose(Scores scores);

    /** Most of sensitivity + specificity. doi:10.1002/1097-0142(1950)3:1&lt;32::AID-CNCR2820030106&gt;3.0.CO;2-3. */
    record Youden() implements ThresholdRule {
        @Override
        public OptionalDouble choose(Scores scores) {
            return best(
                    finite(scores), Comparator.comparingDouble(p -> p.truePositiveShare() - p.falsePositiveShare()));
        }
    }

    /** Highest F1. */
    record HighestF1() implements ThresholdRule {
        @Override
        public OptionalDouble choose(Scores scores) {
            return best(finite(scores), Comparator.comparingDouble(p -> Confusion.of(scores, p.threshold())
                    .f1()
                    .value()));
        }
    }

    /** Highest specificity of those thresholds with at least this sensitivity. */
    record SensitivityAtLeast(double share) implements ThresholdRule {
        @Override
        public OptionalDouble choose(Scores scores) {
            return best(
                    finite(scores).stream()
                            .filter(p -> p.truePositiveShare() >= share)
                            .toList(),
                    Comparator.comparingDouble(p -> -p.falsePositiveShare()));
        }
    }

    /** Highest sensitivity of those thresholds with at least this specificity. */
    record SpecificityAtLeast(double share) implements ThresholdRule {
        @Override
        public OptionalDouble choose(Scores scores) {
            return best(
                    finite(scores).stream()
                            .filter(p -> 1 - p.falsePositiveShare() >= share)
                            .toList(),
                    Comparator.comparingDouble(RocCurve.Point::truePositiveShare));
        }
    }

    /** Reads a rule; empty if it is none. */
    static Optional<ThresholdRule> of(String text) {
        Matcher least = Pattern.compile("(sensitivity|specificity)>=(0(?:\\.\\d+)?|1(?:\\.0+)?)")
                .matcher(text);
        if (least.matches()) {
            double share = Double.parseDouble(least.group(2));
            return Optional.of(
                    least.group(1).equals("sensitivity")
                            ? new SensitivityAtLeast(share)
                            : new SpecificityAtLeast(share));
        }
        return switch (text) {
            case "youden" -> Optional.of(new Youden());
            case "f1" -> Optional.of(new HighestF1());
            default -> Optional.empty();
        };
    }

    private static List<RocCurve.Point> finite(Scores scores) {
        return RocCurve.of(scores).points().stream()
                .filter(point -> Double.isFinite(point.threshold()))
                .toList();
    }

    /** Of several equally good ones, the highest threshold: the first of the curve. */
    private static OptionalDouble best(List<RocCurve.Point> points, Comparator<RocCurve.Point> better) {
        return points.stream()
                .reduce((a, b) -> better.compare(b, a) > 0 ? b : a)
                .map(point -> OptionalDouble.of(point.threshold()))
                .orElse(OptionalDouble.empty());
    }
}
