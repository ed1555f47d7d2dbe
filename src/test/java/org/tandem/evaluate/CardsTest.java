package org.tandem.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandem.app.GeneratedSections;

/**
 * The figures of cards are those that {@code tandem evaluate} measured: its {@code report.json} stands as
 * {@code figures.json} beside each card whose model has data that it was not trained on.
 */
final class CardsTest {

    private static final Path MODELS = Path.of("models");
    private static final List<String> MAIN = List.of("AUC, interval by DeLong", "Dice, mean");
    private static final List<String> TOLD = List.of(
            "AUC, interval by DeLong",
            "sensitivity",
            "specificity",
            "Dice, mean",
            "Hausdorff 95, mean",
            "surface distance, mean");

    @Test
    void eachCardSaysWhatWasMeasured() throws IOException {
        assertThat(figures()).isNotEmpty();
        for (Path file : figures()) {
            String card = Files.readString(file.resolveSibling("README.md"));
            for (JsonNode measure : measures(file)) {
                if (MAIN.contains(measure.get("measure").asText())) {
                    assertThat(card).as(file + ", " + measure).contains(value(measure));
                }
            }
        }
    }

    @Test
    void theManifestsOperatingPointIsWhatWasMeasuredAtIt() throws IOException {
        for (Path file : figures()) {
            String manifest = Files.readString(file.resolveSibling("manifest.yaml"));
            for (JsonNode measure : measures(file)) {
                String name = measure.get("measure").asText();
                if (name.equals("sensitivity") || name.equals("specificity")) {
                    assertThat(manifest)
                            .as(file + ", " + name)
                            .contains(name + ": " + number(measure.get("value").asDouble()));
                }
            }
        }
    }

    @Test
    void theTableOfTheDocumentIsMadeOfThem() throws IOException {
        List<String> table = new ArrayList<>(
                List.of("| model | data | split | measure | n | value (95 % interval) |", "|---|---|---|---|---|---|"));
        for (Path file : figures()) {
            JsonNode facts = new ObjectMapper().readTree(file.toFile()).get("facts");
            for (JsonNode measure : measures(file)) {
                table.add("| " + facts.get("model").asText()
                        + " | " + facts.get("data set").asText()
                        + " | " + facts.path("split reported").asText("all")
                        + " | " + measure.get("measure").asText().replace(", interval by DeLong", "")
                        + " | " + measure.get("n").asText()
                        + " | " + value(measure)
                        + (measure.has("unit") ? " " + measure.get("unit").asText() : "")
                        + " |");
            }
        }
        GeneratedSections.hold(Path.of("docs", "models.md"), "figures", table);
    }

    private static List<Path> figures() throws IOException {
        try (Stream<Path> files = Files.walk(MODELS, 3)) {
            return files.filter(file -> file.endsWith("figures.json")).sorted().toList();
        }
    }

    private static List<JsonNode> measures(Path file) throws IOException {
        List<JsonNode> told = new ArrayList<>();
        for (JsonNode section : new ObjectMapper().readTree(file.toFile()).get("sections")) {
            section.get("measures").forEach(measure -> {
                if (TOLD.contains(measure.get("measure").asText())) {
                    told.add(measure);
                }
            });
        }
        return told;
    }

    /** "0.976 (0.967 to 0.985)". */
    private static String value(JsonNode measure) {
        String value = number(measure.get("value").asDouble());
        return measure.get("low").isNull()
                ? value
                : value + " (" + number(measure.get("low").asDouble()) + " to "
                        + number(measure.get("high").asDouble()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
