package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.evaluate.report.ModelFigures;

/**
 * The figures of cards are those that {@code tandem evaluate} measured: its {@code report.json} stands as
 * {@code figures.json} beside each card whose model has data that it was not trained on.
 */
final class CardsTest {

    private static final List<String> MAIN = List.of("AUC", "Dice, mean");
    private static final List<String> AT_THE_THRESHOLD = List.of("sensitivity", "specificity");

    @Test
    void eachCardSaysWhatWasMeasured() throws IOException {
        assertThat(figures()).isNotEmpty();
        for (ModelFigures figures : figures()) {
            String card = Files.readString(figures.file().resolveSibling("README.md"));
            assertThat(figures.told())
                    .as(figures.model())
                    .filteredOn(measure -> MAIN.contains(measure.name()))
                    .isNotEmpty()
                    .allSatisfy(measure -> assertThat(card).contains(measure.value()));
        }
    }

    @Test
    void theManifestsOperatingPointIsWhatWasMeasuredAtIt() throws IOException {
        for (ModelFigures figures : figures()) {
            String manifest = Files.readString(figures.file().resolveSibling("manifest.yaml"));
            assertThat(figures.told())
                    .as(figures.model())
                    .filteredOn(measure -> AT_THE_THRESHOLD.contains(measure.name()))
                    .allSatisfy(measure -> assertThat(manifest)
                            .contains(measure.name() + ": " + ModelFigures.shown(measure.number())));
        }
    }

    @Test
    void theTableOfTheDocumentIsWhatTheCommandPrints() throws IOException {
        StringWriter out = new StringWriter();

        int status = Tandem.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("models", "table", "--models", "models");

        assertThat(status).isZero();
        GeneratedSections.hold(
                Path.of("docs", "models.md"), "figures", out.toString().lines().toList());
    }

    private static List<ModelFigures> figures() throws IOException {
        return ModelFigures.in(Path.of("models"));
    }
}
