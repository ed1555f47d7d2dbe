package org.tandem.inference.prediction;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.model.Meaning;

/**
 * Classes of which one is the true one in a stated share of cases; none where none is probable enough, which says that
 * the case is unlike those that the share was measured on.
 *
 * @param orNone whether that none of them is there belongs to the set too
 * @param level the share
 */
public record PredictionSet(List<Meaning> classes, boolean orNone, double level) {

    private static final int PERCENT = 100;

    public PredictionSet {
        classes = List.copyOf(classes);
    }

    /** For people. */
    public String inWords() {
        String share =
                new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(PERCENT * level) + " %";
        String answers = Stream.concat(
                        classes.stream().map(Meaning::label), orNone ? Stream.of("nothing of that kind") : Stream.of())
                .collect(Collectors.joining(", "));
        return answers.isEmpty()
                ? "No class is probable enough to be the true one in " + share + " of cases"
                : "In " + share + " of cases the true class is among: " + answers;
    }
}
