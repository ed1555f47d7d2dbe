package org.tandem.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which cases went wrong most: by Dice, by how sure a wrong answer was, by the error of a number; in this order. */
final class WorstCases {

    private WorstCases() {}

    /** At most so many, the worst first. */
    static List<CaseRecord> of(List<CaseRecord> records, int count) {
        return records.stream()
                .filter(one -> !Double.isNaN(error(one)))
                .sorted(Comparator.comparingDouble(WorstCases::error).reversed())
                .limit(count)
                .toList();
    }

    /** What stands below the picture. */
    static String caption(CaseRecord one) {
        CaseRecord.Answers answers = one.answers();
        String said = Stream.of(
                        answers.segments().stream().map(s -> text("%s: Dice %.3f", s.label(), MeasuredSegment.dice(s))),
                        answers.classes().stream()
                                .filter(c -> c.positive() || c.score() >= c.threshold())
                                .map(c ->
                                        text("%s: %.3f, truly %s", c.label(), c.score(), c.positive() ? "yes" : "no")),
                        answers.numbers().stream()
                                .map(n ->
                                        text("%s: %.3f, truly %.3f %s", n.label(), n.estimated(), n.truth(), n.unit())))
                .flatMap(texts -> texts)
                .collect(Collectors.joining("; "));
        return one.id() + (said.isEmpty() ? "" : " — " + said);
    }

    private static double error(CaseRecord one) {
        CaseRecord.Answers answers = one.answers();
        if (!answers.segments().isEmpty()) {
            return answers.segments().stream()
                    .mapToDouble(segment -> 1 - MeasuredSegment.dice(segment))
                    .average()
                    .orElse(Double.NaN);
        }
        if (!answers.classes().isEmpty()) {
            return answers.classes().stream()
                    .mapToDouble(c -> Math.abs((c.positive() ? 1 : 0) - c.score()))
                    .max()
                    .orElse(Double.NaN);
        }
        return answers.numbers().stream()
                .mapToDouble(number -> Math.abs(number.estimated() - number.truth()))
                .max()
                .orElse(Double.NaN);
    }

    @SuppressWarnings("AnnotateFormatMethod") // private, and every format a literal
    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
