package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Pictures of one grey each, and a model that says how bright they are: every measure can be worked out by hand. */
final class EvaluateCommandTest {

    private static final Path MODELS = Path.of("src", "test", "resources", "models");
    private static final int[] GREYS = {10, 60, 110, 120, 140, 150, 200, 250};

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    /** Above 127 a picture is called bright; truly so are 120, 150, 200 and 250. */
    @BeforeEach
    void writePictures() throws IOException {
        StringBuilder labels = new StringBuilder();
        for (int grey : GREYS) {
            BufferedImage picture = new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < 63; i++) {
                picture.getRaster().setSample(i % 9, i / 9, 0, grey);
            }
            String name = (grey < 130 ? "train/" : "val/") + grey + ".png";
            Files.createDirectories(folder.resolve(name).getParent());
            ImageIO.write(picture, "png", folder.resolve(name).toFile());
            labels.append(name).append(grey >= 150 || grey == 120 ? " 1\n" : " 0\n");
        }
        Files.writeString(folder.resolve("labels.txt"), labels.toString());
    }

    @Test
    void classesAreMeasuredAtTheThresholdOfTheManifest() throws IOException {
        assertThat(evaluate("picture", folder.toString())).as(err.toString()).isZero();

        // of 4 × 4 pairs one is in the wrong order: 120, which is bright, below 140, which is not
        assertThat(value("AUC, interval by DeLong")).isEqualTo(15 / 16.0);
        assertThat(value("sensitivity")).isEqualTo(3 / 4.0);
        assertThat(value("specificity")).isEqualTo(3 / 4.0);
        assertThat(value("accuracy")).isEqualTo(6 / 8.0);
        // the level g stands for −1000 + g·1400/255, which the model brings to g/255
        assertThat(value("Brier score")).isBetween(0.1301, 0.1302);
        assertThat(out.toString()).contains("picture/1.0.0", "split", "0.9375", "0.7500");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("ROC", "Reliability", "Precision");
    }

    @Test
    void numbersStandBesideTheColumnOfTheirName() throws IOException {
        StringBuilder table = new StringBuilder("path,brightness,site\n");
        for (int grey : GREYS) {
            table.append(grey < 130 ? "train/" : "val/")
                    .append(grey + ".png,")
                    .append(grey / 2.55 + 2)
                    .append(",A\n");
        }
        Files.writeString(folder.resolve("labels.txt"), table.toString());
        Files.move(folder.resolve("labels.txt"), folder.resolve("labels.csv"));

        assertThat(evaluate(
                        "picture",
                        folder.toString(),
                        "--labels",
                        folder.resolve("labels.csv").toString()))
                .as(err.toString())
                .isZero();

        assertThat(value("mean absolute error")).isCloseTo(2, within(1e-3));
        assertThat(value("bias")).isCloseTo(-2, within(1e-3));
        assertThat(value("mean squared error")).isCloseTo(4, within(1e-2));
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("Bland–Altman");
    }

    @Test
    void setsOfAnswersAndPartsOfAManifestAreMadeOfWhatWasEvaluated() throws IOException {
        assertThat(evaluate("picture", folder.toString(), "--conformal", "0.5", "--statistics"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("Sets of answers to Bright, level 0.5: sets that hold the true answer");
        // 10 of 255 is the darkest, 250 of 255 the brightest; every picture is of one grey; four of eight are bright
        assertThat(Files.readAllLines(folder.resolve("out/statistics.yaml")))
                .startsWith("refine: {expects: {mean: [0.03920, 0.9804], deviation: [0.000, 0.000]}}", "reference:")
                .contains("  - {quantity: \"positive Bright\", n: 8, mean: 0.5000, deviation: 0.5345}");
    }

    @Test
    void whatDoesNotChangeAnswersDoesNotEndAnEvaluation() throws IOException {
        Path models = folder.resolve("models");
        copy(MODELS.resolve("picture"), models.resolve("picture"));
        assertThat(evaluate("picture", folder.toString(), "--models", models.toString()))
                .isZero();

        Files.writeString(models.resolve("picture/1.0.0/figures.json"), "{}");
        assertThat(evaluate("picture", folder.toString(), "--models", models.toString()))
                .as(err.toString())
                .isZero();

        Path manifest = models.resolve("picture/1.0.0/manifest.yaml");
        Files.writeString(manifest, Files.readString(manifest) + "# other\n");
        assertThat(evaluate("picture", folder.toString(), "--models", models.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("evaluate into another folder");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void oneSplitIsRunAndReportedOnly() throws IOException {
        assertThat(evaluate("picture", folder.toString(), "--report-on", "val")).isZero();

        assertThat(value("sensitivity")).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("out/cases-picture-1.0.0.jsonl")))
                .hasSize(1 + 4);
        assertThat(out.toString()).contains("  val  ");
    }

    @Test
    void whatTheDataSetDoesNotSpeakOfIsTold() {
        assertThat(evaluate("picture", folder.toString())).isZero();

        assertThat(err.toString()).contains("Not measured: Brightness, Spot: the data set does not speak of it.");
    }

    @Test
    void aModelThatIsNotThereIsRefused() {
        assertThat(evaluate("pictures", folder.toString())).isEqualTo(1);

        assertThat(err.toString()).startsWith("tandem: ").contains("pictures");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aSetThatIsNotThereIsRefused() {
        assertThat(evaluate("picture", folder.resolve("nowhere").toString())).isEqualTo(1);

        assertThat(err.toString()).contains("nowhere: got nothing there, expected a folder or a file");
    }

    @Test
    void labelsThatTheModelDoesNotKnowAreRefusedBeforeAnythingRuns() throws IOException {
        Files.writeString(folder.resolve("labels.txt"), "train/10.png dull\ntrain/60.png shiny\n");

        assertThat(evaluate("picture", folder.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("got labels [dull, shiny], expected what the model tells of", "Bright");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aSplitThatIsNotThereIsRefusedBeforeAnythingRuns() {
        assertThat(evaluate("picture", folder.toString(), "--report-on", "test"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("split \"test\": got no case, expected one of [train, val]");
    }

    @Test
    void picturesThatAreMissingAreToldAndTheOthersMeasured() throws IOException {
        Files.delete(folder.resolve("val/250.png"));

        assertThat(evaluate("picture", folder.toString())).isZero();

        assertThat(err.toString()).contains("Not evaluated, 1: ", "picture val/250.png: got no such file");
        assertThat(value("sensitivity")).isEqualTo(2 / 3.0);
    }

    @Test
    void whatFailedIsTriedAgainByTheNextRun() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("val/250.png"));
        Files.delete(folder.resolve("val/250.png"));
        evaluate("picture", folder.toString());
        Files.write(folder.resolve("val/250.png"), bytes);

        assertThat(evaluate("picture", folder.toString())).isZero();

        assertThat(value("sensitivity")).isEqualTo(3 / 4.0);
    }

    @Test
    void aFileOfLabelsThatIsNotThereIsRefused() throws IOException {
        Files.delete(folder.resolve("labels.txt"));

        assertThat(evaluate("picture", folder.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("labels.txt: got nothing there");
    }

    private double value(String measure) throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(folder.resolve("out").resolve("report.json").toFile());
        return StreamSupport.stream(report.at("/sections/0/measures").spliterator(), false)
                .filter(one -> one.get("measure").asText().equals(measure))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asDouble();
    }

    private int evaluate(String model, String data, String... more) {
        CommandLine command =
                Tandem.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] fixed = {
            "evaluate", model, data, "--out", folder.resolve("out").toString()
        };
        String[] labels = {"--labels", folder.resolve("labels.txt").toString()};
        String[] models = {"--models", MODELS.toString()};
        List<String> given = Arrays.asList(more);
        return command.execute(Stream.of(
                        fixed,
                        given.contains("--labels") ? new String[0] : labels,
                        given.contains("--models") ? new String[0] : models,
                        more)
                .flatMap(Arrays::stream)
                .toArray(String[]::new));
    }
}
