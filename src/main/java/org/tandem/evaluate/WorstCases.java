package org.tandem.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.evaluate.metric.Froc;

/**
 * Which cases went wrong most: by Dice, by how sure a wrong answer was or a wrong mark, or how little sure the one that
 * hits a place, by the error of a number; in this order.
 */
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
                        answers.places().stream().map(WorstCases::told),
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
        if (!answers.places().isEmpty()) {
            return answers.places().stream()
                    .mapToDouble(WorstCases::markError)
                    .max()
                    .orElse(Double.NaN);
        }
        return answers.numbers().stream()
                .mapToDouble(number -> Math.abs(number.estimated() - number.truth()))
                .max()
                .orElse(Double.NaN);
    }

    private static double markError(CaseRecord.OfPlaces places) {
        double worst = strongestWrong(places);
        for (int place = 0; place < places.places(); place++) {
            worst = Math.max(worst, 1 - strongest(places, place));
        }
        return worst;
    }

    private static double strongestWrong(CaseRecord.OfPlaces places) {
        return strongest(places, Froc.Mark.NOWHERE);
    }

    private static double strongest(CaseRecord.OfPlaces places, int place) {
        return places.marks().stream()
                .filter(mark -> mark.place() == place)
                .mapToDouble(CaseRecord.OfMark::score)
                .max()
                .orElse(0);
    }

    private static String told(CaseRecord.OfPlaces places) {
        long found = IntStream.range(0, places.places())
                .filter(place -> strongest(places, place) >= places.threshold())
                .count();
        return text(
                "%s: %d of %d found from %.3f on, the strongest wrong mark %.3f",
                places.label(), found, places.places(), places.threshold(), strongestWrong(places));
    }

    @SuppressWarnings("AnnotateFormatMethod") // private, and every format a literal
    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
