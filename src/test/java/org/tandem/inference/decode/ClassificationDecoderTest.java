package org.tandem.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.inference.Spheres;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.prediction.PredictionSet;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.Window;
import org.tandem.model.Activation;
import org.tandem.model.Calibration;
import org.tandem.model.Conformal;
import org.tandem.model.LabelledClass;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.model.Output;
import org.tandem.model.Output.Choice;
import org.tandem.model.Output.Pooling;
import org.tandem.volume.Size;

final class ClassificationDecoderTest {

    private static final Meaning MEANING = Meaning.of("A", Code.of("SCT 1 A"), Code.of("SCT 2 B"));

    private final Calibration none = new Calibration.None();

    @Test
    void aLabelIsPresentFromItsOwnThresholdOn() {
        Output.Classification output = output(Choice.MULTI_LABEL, none, at(0.3), at(0.6));
        assertThat(present(output, 0.3f, 0.59f)).containsExactly(true, false);
    }

    @Test
    void ofSeveralClassesTheMostProbableIsTheOneEvenIfItIsListedByNobody() {
        Output.Classification output = output(Choice.MULTI_CLASS, none, Optional.empty(), Optional.empty());
        assertThat(present(output, 0.2f, 0.45f, 0.35f)).containsExactly(false, true);
        assertThat(present(output, 0.2f, 0.35f, 0.45f)).containsExactly(false, false);
    }

    @Test
    void aGradeIsTheMedianOfTheDistributionNotItsMode() {
        Output.Classification output =
                output(Choice.ORDINAL, none, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        // sums 0.4, 0.45, 0.7: half is reached at the third, though the first is the most probable
        assertThat(present(output, 0.4f, 0.05f, 0.25f, 0.3f)).containsExactly(false, false, true, false);
        // the same, told as P(beyond the first), P(beyond the second), P(beyond the third)
        assertThat(present(output, 0.6f, 0.55f, 0.3f)).containsExactly(false, false, true, false);
        assertThat(probabilities(output, 0.6f, 0.55f, 0.3f))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
                .containsExactly(0.4, 0.05, 0.25, 0.3);
    }

    @Test
    void aSetHoldsEveryClassThatIsProbableEnough() {
        // 1 − 0.7
        assertThat(set(.5f, .31f, .19f).inWords()).isEqualTo("In 90 % of cases the true class is among: A, B");
        assertThat(set(.9f, .08f, .02f).classes()).hasSize(1);
        assertThat(set(.29f, .29f, .29f).inWords())
                .isEqualTo("No class is probable enough to be the true one in 90 % of cases");
    }

    @Test
    void ofOneClassAloneBothAnswersMayBeInTheSet() {
        // 1 − 0.7
        assertThat(alone(.9f).inWords()).isEqualTo("In 90 % of cases the true class is among: A");
        assertThat(alone(.1f).inWords()).isEqualTo("In 90 % of cases the true class is among: nothing of that kind");
        assertThat(alone(.6f).inWords()).isEqualTo("In 90 % of cases the true class is among: A, nothing of that kind");
    }

    private static PredictionSet alone(float probability) {
        return set(Choice.MULTI_LABEL, List.of("A"), probability);
    }

    private static PredictionSet set(float... probabilities) {
        return set(Choice.MULTI_CLASS, List.of("A", "B", "C"), probabilities);
    }

    private static PredictionSet set(Choice choice, List<String> labels, float... probabilities) {
        Output.Scoring scoring = new Output.Scoring(
                Activation.NONE, choice, Pooling.MEAN, new Calibration.None(), Optional.of(new Conformal(0.7, 0.9)));
        List<LabelledClass> classes = labels.stream()
                .map(label -> Meaning.of(label, MEANING.category(), MEANING.type()))
                .map(meaning -> new LabelledClass(meaning.label().charAt(0) - 'A', meaning, Optional.empty()))
                .toList();
        Answers answers = new Answers(
                Map.of("p", Tensor.of(probabilities, 1, labels.size())),
                List.of(new Window(0, 0, 0)),
                new Size(1, 1, 1));
        OutputPrediction said =
                new ClassificationDecoder(new Output.Classification("p", scoring, classes)).decode(answers, grids());
        return ((OutputPrediction.Classification) said).set().orElseThrow();
    }

    @Test
    void slicesArePooledByMeanOrMaximum() {
        assertThat(pooled(Pooling.MEAN)).isEqualTo(0.5, within(1e-6));
        assertThat(pooled(Pooling.MAX)).isEqualTo(0.9, within(1e-6));
    }

    private static double pooled(Pooling pooling) {
        Output.Scoring scoring =
                new Output.Scoring(Activation.NONE, Choice.MULTI_LABEL, pooling, new Calibration.None());
        Output.Classification output =
                new Output.Classification("p", scoring, List.of(new LabelledClass(0, MEANING, at(0.5))));
        List<Window> slices = List.of(new Window(0, 0, 0), new Window(0, 0, 1), new Window(0, 0, 2));
        Answers answers =
                new Answers(Map.of("p", Tensor.of(new float[] {.1f, .9f, .5f}, 3, 1)), slices, new Size(1, 1, 1));
        return ((OutputPrediction.Classification) new ClassificationDecoder(output).decode(answers, grids()))
                .classes()
                .get(0)
                .probability();
    }

    @Test
    void aTemperatureDividesLogits() {
        // logit(0.9) = ln 9; halved ln 3, which is 3 / (3 + 1)
        Output.Classification alone = output(Choice.MULTI_LABEL, new Calibration.Temperature(2), at(0.5));
        assertThat(probabilities(alone, 0.9f).get(0)).isEqualTo(0.75, within(1e-6));
        // softmax of (2 ln 3, 0, 0) over 2: 3 / (3 + 1 + 1)
        Output.Classification together = output(Choice.MULTI_CLASS, new Calibration.Temperature(2), Optional.empty());
        assertThat(probabilities(together, 9 / 11f, 1 / 11f, 1 / 11f).get(0)).isEqualTo(0.6, within(1e-6));
    }

    @Test
    void anIsotonicCurveIsStraightBetweenItsPointsAndLevelBeyond() {
        Calibration curve =
                new Calibration.Isotonic(List.of(new Calibration.Point(0.2, 0.1), new Calibration.Point(0.6, 0.5)));
        Output.Classification output = output(Choice.MULTI_LABEL, curve, at(0.5));
        assertThat(probabilities(output, 0.1f).get(0)).isEqualTo(0.1, within(1e-6));
        assertThat(probabilities(output, 0.4f).get(0)).isEqualTo(0.3, within(1e-6));
        assertThat(probabilities(output, 0.9f).get(0)).isEqualTo(0.5, within(1e-6));
    }

    @Test
    void logitsAndMissingChannelsAreRefused() {
        Output.Classification output = output(Choice.MULTI_LABEL, none, at(0.5), at(0.5));
        assertThatThrownBy(() -> present(output, 3f, 0f)).hasMessageContaining("got the value 3.0, expected prob");
        assertThatThrownBy(() -> present(output, 0.5f)).hasMessageContaining("of 1 channels, expected one of index 1");
    }

    private static Optional<OperatingPoint> at(double threshold) {
        return Optional.of(OperatingPoint.at(threshold));
    }

    @SafeVarargs
    private static Output.Classification output(
            Choice choice, Calibration calibration, Optional<OperatingPoint>... lines) {
        List<LabelledClass> classes = IntStream.range(0, lines.length)
                .mapToObj(i -> new LabelledClass(i, MEANING, lines[i]))
                .toList();
        return new Output.Classification(
                "p", new Output.Scoring(Activation.NONE, choice, Pooling.MEAN, calibration), classes);
    }

    private static List<PredictedClass> decode(Output.Classification output, float... scores) {
        Answers answers = new Answers(
                Map.of("p", new Tensor(scores, Arrays.asList(1, scores.length))),
                List.of(new Window(0, 0, 0)),
                new Size(1, 1, 1));
        return ((OutputPrediction.Classification) new ClassificationDecoder(output).decode(answers, grids())).classes();
    }

    private static Answers.Grids grids() {
        return new Answers.Grids(Spheres.grid(1, 1, 1), Spheres.grid(1, 1, 1));
    }

    private static List<Boolean> present(Output.Classification output, float... scores) {
        return decode(output, scores).stream().map(PredictedClass::present).toList();
    }

    private static List<Double> probabilities(Output.Classification output, float... scores) {
        return decode(output, scores).stream().map(PredictedClass::probability).toList();
    }
}
