package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tandem.inference.InputStatistics;
import org.tandem.model.Reference;

/**
 * What a model was shown and what it said of the cases of an evaluation, as the parts {@code refine.expects} and
 * {@code reference} of its manifest. Of what it was shown, the range that holds all cases: of later ones as like them
 * as they are like each other, 2 in n + 1 lie outside of it.
 */
public record ManifestStatistics(List<InputStatistics> inputs, List<CaseRecord> records) {

    /** Nothing here is told more finely than a thousandth of this. */
    private static final double LEAST = 1e-3;

    public ManifestStatistics {
        inputs = List.copyOf(inputs);
        records = List.copyOf(records);
    }

    /** Lines of YAML. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("refine: {expects: {mean: " + range(InputStatistics::mean) + ", deviation: "
                + range(InputStatistics::deviation) + "}}");
        lines.add("reference:");
        quantities().forEach((quantity, values) -> lines.add("  " + line(quantity, values)));
        return lines;
    }

    /** To four digits, rounded outwards. */
    private String range(ToDoubleFunction<InputStatistics> value) {
        double least = inputs.stream().mapToDouble(value).min().orElse(Double.NaN);
        double most = inputs.stream().mapToDouble(value).max().orElse(Double.NaN);
        double step =
                Math.pow(10, Math.floor(Math.log10(Math.max(LEAST, Math.max(Math.abs(least), Math.abs(most))))) - 3);
        return String.format(
                Locale.ROOT, "[%.4g, %.4g]", Math.floor(least / step) * step, Math.ceil(most / step) * step);
    }

    /** Of what a case was asked in one run, as drift counts it. */
    private Map<String, List<Double>> quantities() {
        Map<String, List<Double>> quantities = new LinkedHashMap<>();
        for (CaseRecord one : records) {
            one.answers().classes().forEach(said -> {
                add(quantities, Reference.positive(said.label()), said.score() >= said.threshold() ? 1 : 0);
                add(quantities, Reference.probability(said.label()), said.score());
            });
            one.answers().numbers().forEach(said -> add(quantities, Reference.number(said.label()), said.estimated()));
        }
        return quantities;
    }

    private static void add(Map<String, List<Double>> quantities, String quantity, double value) {
        quantities.computeIfAbsent(quantity, key -> new ArrayList<>()).add(value);
    }

    private static String line(String quantity, List<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(value -> value).sum() / n;
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return String.format(
                Locale.ROOT,
                "- {quantity: \"%s\", n: %d, mean: %.4g, deviation: %.4g}",
                quantity,
                n,
                mean,
                n < 2 ? 0 : Math.sqrt(squares / (n - 1)));
    }
}
