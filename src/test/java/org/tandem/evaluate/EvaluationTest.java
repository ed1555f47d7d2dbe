package org.tandem.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.Code;
import org.tandem.dicom.TandemException;
import org.tandem.evaluate.data.Case;
import org.tandem.evaluate.data.DataSetFormat;
import org.tandem.evaluate.data.DataSetOptions;
import org.tandem.evaluate.data.GreyLevels;
import org.tandem.evaluate.report.HtmlReport;
import org.tandem.evaluate.report.JsonReport;
import org.tandem.evaluate.report.Report;
import org.tandem.inference.Inferer;
import org.tandem.inference.input.Exam;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Activation;
import org.tandem.model.Output;
import org.tandem.model.Segment;
import org.tandem.volume.Mask;
import org.tandem.volume.Volume;

final class EvaluationTest {

    private static final Path SETS = Path.of("src", "test", "resources", "org", "tandem", "evaluate", "data");
    private static final Evaluation.Subject SUBJECT = new Evaluation.Subject("bright/1.0.0", "ab", "pairs", "pairs");
    private static final EvaluationReport.Plan ALL =
            new EvaluationReport.Plan(List.of(), Optional.empty(), Optional.empty());

    private static final Code CODE = new Code("85756007", "SCT", "Tissue");
    private static final Told TOLD = new Told(
            List.of(new Output.Segmentation(
                    "p",
                    new Output.Cut(Activation.NONE, false, 0.5, Output.Keep.ALL),
                    List.of(new Segment(0, "Bright", CODE, CODE)),
                    List.of())),
            Optional.empty());

    @TempDir
    private Path folder;

    private int runs;

    @Test
    void whoeverIsKilledGoesOnWhereItWas() throws IOException {
        Path journal = folder.resolve("cases.jsonl");
        List<CaseRecord> whole =
                new Evaluation(this::bright, TOLD, GreyLevels.AS_STORED, cases()).run(journal, SUBJECT, () -> {});
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(bytes, bytes.length - 7)); // cut off in the last line
        runs = 0;

        List<CaseRecord> again =
                new Evaluation(this::bright, TOLD, GreyLevels.AS_STORED, cases()).run(journal, SUBJECT, () -> {});

        assertThat(runs).as("cases done again").isEqualTo(1);
        assertThat(again).isEqualTo(whole).hasSize(2);
        assertThat(Files.readAllBytes(journal)).isEqualTo(bytes);
    }

    @Test
    void aJournalOfAnotherModelIsRefused() throws IOException {
        Path journal = folder.resolve("cases.jsonl");
        new Evaluation(this::bright, TOLD, GreyLevels.AS_STORED, cases()).run(journal, SUBJECT, () -> {});

        assertThatThrownBy(() -> new Evaluation(this::bright, TOLD, GreyLevels.AS_STORED, cases())
                        .run(journal, new Evaluation.Subject("bright/1.0.1", "cd", "pairs", "pairs"), () -> {}))
                .hasMessageContaining("evaluate into another folder");
    }

    @Test
    void aCaseThatIsRefusedIsToldWithItsReasonAndTheOthersAreMeasured() throws IOException {
        Inferer halting = exam -> {
            if (runs++ == 0) {
                throw new TandemException(TandemException.Kind.REFUSE, "too dark");
            }
            return bright(exam);
        };
        List<CaseRecord> records = new Evaluation(halting, TOLD, GreyLevels.AS_STORED, cases())
                .run(folder.resolve("c"), SUBJECT, () -> {});

        Report report = EvaluationReport.of("t", Map.of(), records, ALL);

        assertThat(report.notes()).contains("Not evaluated, 1: too dark");
        assertThat(report.facts()).containsEntry("cases reported", "1");
    }

    @Test
    void thePageStandsAloneAndTellsEveryMeasureWithItsN() throws IOException {
        Evaluation evaluation = new Evaluation(this::bright, TOLD, GreyLevels.AS_STORED, cases());
        List<CaseRecord> records = evaluation.run(folder.resolve("c"), SUBJECT, () -> {});
        Report report = EvaluationReport.of(
                "Bright <voxels>",
                Map.of("model", "bright/1.0.0"),
                records,
                new EvaluationReport.Plan(List.of("split"), Optional.empty(), Optional.empty()));
        report = new Report(
                report.title(), report.facts(), report.notes(), report.sections(), evaluation.worst(records, 1));

        String page = HtmlReport.of(report);

        assertThat(page).contains("Bright &lt;voxels&gt;", "Dice, mean", "<svg", "data:image/png;base64,", "By split");
        assertThat(page).doesNotContain("<script", "http://", "https://");
        assertThat(JsonReport.of(report)).contains("\"Dice, mean\"", "\"by_split\"");
    }

    @Test
    void aThresholdIsChosenOnOneSplitAndReportedOnAnother() {
        List<CaseRecord> records = IntStream.range(0, 40)
                .mapToObj(i -> scored(i, i % 2 == 0 ? "a" : "b", i / 40.0, i >= 20))
                .toList();
        EvaluationReport.Plan plan = new EvaluationReport.Plan(
                List.of(), Optional.of(new EvaluationReport.Choice("youden", "a")), Optional.of("b"));

        Report report = EvaluationReport.of("t", Map.of(), records, plan);

        // of split a, even numbers, the first positive is 20: 0.5; of split b all from 21 on are above it
        assertThat(value(report, "threshold")).isEqualTo(0.5);
        assertThat(value(report, "sensitivity")).isEqualTo(1);
        assertThat(value(report, "specificity")).isEqualTo(1);
        assertThat(report.facts()).containsEntry("cases reported", "20");
    }

    @Test
    void aSplitThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThatThrownBy(() -> EvaluationReport.of(
                        "t",
                        Map.of(),
                        List.of(scored(1, "val", 0.5, true)),
                        new EvaluationReport.Plan(List.of(), Optional.empty(), Optional.of("test"))))
                .hasMessageContaining("expected one of the splits [val]");
    }

    @Test
    void twoModelsAreComparedOnTheCasesThatBothAnswered() {
        List<CaseRecord> first = IntStream.range(0, 30)
                .mapToObj(i -> scored(i, "a", i / 30.0, i >= 15))
                .toList();
        List<CaseRecord> second = IntStream.range(0, 29)
                .mapToObj(i -> scored(i, "a", i * 7 % 30 / 30.0, i >= 15))
                .toList();

        Report.Section section = EvaluationReport.comparison("other/1.0.0", first, second, ALL);

        assertThat(section.rows()).hasSize(1);
        assertThat(section.rows().get(0).estimate().n()).isEqualTo(29);
        assertThat(section.rows().get(0).estimate().value()).isGreaterThan(0.3);
    }

    private static double value(Report report, String measure) {
        return report.sections().get(0).rows().stream()
                .filter(row -> row.measure().equals(measure))
                .findFirst()
                .orElseThrow()
                .estimate()
                .value();
    }

    private static CaseRecord scored(int number, String split, double score, boolean positive) {
        return new CaseRecord(
                "case " + number,
                Map.of(Case.SPLIT, split),
                new CaseRecord.Answers(
                        List.of(),
                        List.of(new CaseRecord.OfClass("nodule", score, positive, 0.5)),
                        List.of(),
                        List.of()),
                "");
    }

    private static List<Case> cases() throws IOException {
        return DataSetFormat.PAIRS.read(new DataSetOptions(SETS.resolve("pairs"), Optional.empty()));
    }

    /** Marks the voxels brighter than the mean. */
    private Prediction bright(Exam exam) {
        runs++;
        Volume volume = exam.volume();
        double sum = 0;
        for (float value : volume.voxels()) {
            sum += value;
        }
        BitSet set = new BitSet();
        for (int i = 0; i < volume.voxels().length; i++) {
            set.set(i, volume.voxels()[i] > sum / volume.voxels().length);
        }
        PredictedSegment segment =
                new PredictedSegment(new Segment(0, "Bright", CODE, CODE), new Mask(volume.grid(), set));
        return new Prediction(List.of(new OutputPrediction.Segmentation(List.of(segment))));
    }
}
