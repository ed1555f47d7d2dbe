package org.tandem.evaluate.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What {@code tandem evaluate} measured of a model on data that it was not trained on: its {@code report.json}, kept as
 * {@code figures.json} beside the model's card.
 *
 * @param file of the figures
 * @param model name and version
 * @param told the measures that cards and documents tell
 */
public record ModelFigures(Path file, String model, String data, String split, List<Measure> told) {

    private static final String NAME = "figures.json";

    /** {@code models/NAME/VERSION/figures.json}. */
    private static final int DEPTH = 3;

    /** The method of an interval does not make another measure. */
    private static final String METHOD = ", interval by DeLong";

    private static final List<String> TOLD = List.of(
            "AUC" + METHOD, "sensitivity", "specificity", "Dice, mean", "Hausdorff 95, mean", "surface distance, mean");

    private static final List<String> TABLE_HEAD =
            List.of("| model | data | split | measure | n | value (95 % interval) |", "|---|---|---|---|---|---|");

    public ModelFigures {
        told = List.copyOf(told);
    }

    /**
     * One measure.
     *
     * @param value as it is told, with its interval: "0.976 (0.967 to 0.985)"
     */
    public record Measure(String name, long n, double number, String value) {}

    /** Of all models in a folder that have some, by their paths. */
    public static List<ModelFigures> in(Path models) throws IOException {
        List<ModelFigures> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(models, DEPTH)) {
            for (Path file : files.filter(path -> path.endsWith(NAME)).sorted().toList()) {
                all.add(read(file));
            }
        }
        return all;
    }

    /** What model has what figures on what data, a line of Markdown each, below two of its head. */
    public static List<String> table(List<ModelFigures> figures) {
        return Stream.concat(TABLE_HEAD.stream(), figures.stream().flatMap(ModelFigures::lines))
                .toList();
    }

    private static ModelFigures read(Path file) throws IOException {
        JsonNode report = new ObjectMapper().readTree(file.toFile());
        JsonNode facts = report.path("facts");
        List<Measure> told = new ArrayList<>();
        for (JsonNode section : report.path("sections")) {
            for (JsonNode measure : section.path("measures")) {
                if (TOLD.contains(measure.path("measure").asText())) {
                    told.add(measure(measure));
                }
            }
        }
        return new ModelFigures(
                file,
                facts.path("model").asText(),
                facts.path("data set").asText(),
                facts.path("split reported").asText("all"),
                told);
    }

    private static Measure measure(JsonNode measure) {
        double number = measure.path("value").asDouble();
        String interval = measure.path("low").isNumber()
                ? " (" + shown(measure.path("low").asDouble()) + " to "
                        + shown(measure.path("high").asDouble()) + ")"
                : "";
        String unit = measure.has("unit") ? " " + measure.path("unit").asText() : "";
        return new Measure(
                measure.path("measure").asText().replace(METHOD, ""),
                measure.path("n").asLong(),
                number,
                shown(number) + interval + unit);
    }

    private Stream<String> lines() {
        return told.stream()
                .map(one ->
                        "| " + String.join(" | ", model, data, split, one.name(), Long.toString(one.n()), one.value())
                                + " |");
    }

    /** As cards and manifests show a figure. */
    public static String shown(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
