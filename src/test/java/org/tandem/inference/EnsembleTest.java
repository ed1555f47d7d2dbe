package org.tandem.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.dicom.TandemException;
import org.tandem.inference.decode.ClassificationDecoder;
import org.tandem.inference.network.Together;
import org.tandem.inference.network.Voting;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Combination;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.TensorFunction;
import org.tandem.inference.tensor.Window;
import org.tandem.model.Activation;
import org.tandem.model.Calibration;
import org.tandem.model.Ensemble.Combining;
import org.tandem.model.Input;
import org.tandem.model.Interval;
import org.tandem.model.LabelledClass;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.model.Output;
import org.tandem.model.Output.Choice;
import org.tandem.model.Output.Pooling;
import org.tandem.volume.Size;

/** Members whose answers are given, and what they say together, by hand. */
final class EnsembleTest {

    private static final Code CODE = Code.of("SCT 1 A");

    @Test
    void theMeanIsWeighted() {
        // 0.75 · 0.2 + 0.25 · 0.6
        assertThat(together(new Combining.Mean(List.of(.75, .25)), row(.2f), row(.6f)))
                .containsExactly(new float[] {.3f}, within(1e-6f));
    }

    @Test
    void stackingIsLogisticRegressionOnLogits() {
        // logits of 0.75 and 0.5: ln 3 and 0; 2 · ln 3 + 5 · 0 − ln 3 = ln 3
        assertThat(together(new Combining.Stack(List.of(2.0, 5.0), -Math.log(3)), row(.75f), row(.5f)))
                .containsExactly(new float[] {.75f}, within(1e-6f));
        assertThat(together(new Combining.Stack(List.of(1.0, 1.0), 0), row(0), row(1)))
                .as("logits without end")
                .containsExactly(new float[] {.5f}, within(1e-6f));
    }

    @Test
    void eachHasOneVoteOfSeveralAndItsVoteForEachAlone() {
        Combining.Vote vote = new Combining.Vote(List.of(.5, .25, .25), 0.4);
        float[][] said = {{.45f, .35f, .2f}, {.1f, .3f, .6f}, {.4f, .3f, .3f}};
        assertThat(voted(Choice.MULTI_CLASS, vote, said)).containsExactly(.75f, 0, .25f);
        // 0.45 and 0.4 reach 0.4; only 0.6 does in the last
        assertThat(voted(Choice.MULTI_LABEL, vote, said)).containsExactly(.75f, 0, .25f);
        assertThat(voted(Choice.MULTI_LABEL, vote, new float[][] {{.5f, .5f, 0}, {.5f, 0, 0}, {0, 0, 0}}))
                .containsExactly(.75f, .5f, 0);
    }

    @Test
    void howMembersAndViewsDifferAddsUpAsVariances() {
        // one says 0.2, the other 0.5 in one view and 0.7 in the other: means 0.2 and 0.6, variance 0.08;
        // their own variances are 0 and 0.02, 0.01 on average
        TensorFunction sure = inputs -> Map.of("p", row(.2f));
        TensorFunction unsure = new Together(
                List.of(inputs -> Map.of("p", row(.5f)), inputs -> Map.of("p", row(.7f))), Combination.mean(2), false);
        Map<String, Tensor> said = new Together(List.of(sure, unsure), Combination.mean(2), false).run(Map.of());
        assertThat(said.get(Answers.varianceOf("p")).values()).containsExactly(new float[] {.09f}, within(1e-6f));
        PredictedClass one = decoder(Choice.MULTI_LABEL, new Calibration.None())
                .classes(answers(said))
                .get(0);
        Interval interval = one.interval().orElseThrow();
        assertThat(one.probability()).isEqualTo(.4, within(1e-6));
        assertThat(interval.high()).isEqualTo(.4 + 1.96 * .3, within(1e-6));
        assertThat(interval.low()).isZero();
    }

    @Test
    void anIntervalIsCalibratedAsItsProbabilityIs() {
        Calibration halved =
                new Calibration.Isotonic(List.of(new Calibration.Point(0, 0), new Calibration.Point(1, .5)));
        Map<String, Tensor> said = new Together(
                        List.of(inputs -> Map.of("p", row(.4f)), inputs -> Map.of("p", row(.6f))),
                        Combination.mean(2),
                        false)
                .run(Map.of());
        Interval interval = decoder(Choice.MULTI_LABEL, halved)
                .classes(answers(said))
                .get(0)
                .interval()
                .orElseThrow();
        double margin = 1.96 * Math.sqrt(.02);
        assertThat(interval.low()).isEqualTo((.5 - margin) / 2, within(1e-6));
        assertThat(interval.high()).isEqualTo((.5 + margin) / 2, within(1e-6));
    }

    @Test
    void membersThatAnswerInOtherShapesAreRefused() {
        assertThatThrownBy(() -> together(
                        new Combining.Mean(List.of(.5, .5)), row(.5f), Tensor.of(new float[] {.1f, .2f}, 1, 2)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("\"p\": got shapes [[1, 1], [1, 2]] of one input, expected the same of all");
    }

    private static float[] together(Combining combining, Tensor one, Tensor other) {
        List<TensorFunction> members = List.of(inputs -> Map.of("p", one), inputs -> Map.of("p", other));
        return new Together(members, Combination.of(combining), false)
                .run(Map.of())
                .get("p")
                .values();
    }

    private static float[] voted(Choice choice, Combining.Vote vote, float[]... said) {
        Output output = decoder(choice, new Calibration.None()).output();
        Layouts layouts = new Layouts(Input.Layout.NHWC);
        List<TensorFunction> members = Arrays.stream(said)
                .<TensorFunction>map(one -> new Voting(
                        inputs -> Map.of("p", Tensor.of(one, 1, one.length)), List.of(output), layouts, vote.from()))
                .toList();
        return new Together(members, Combination.of(vote), false)
                .run(Map.of())
                .get("p")
                .values();
    }

    private static ClassificationDecoder decoder(Choice choice, Calibration calibration) {
        Output.Scoring scoring = new Output.Scoring(Activation.NONE, choice, Pooling.MEAN, calibration);
        LabelledClass one = new LabelledClass(0, Meaning.of("A", CODE, CODE), Optional.of(OperatingPoint.at(0.5)));
        return new ClassificationDecoder(new Output.Classification("p", scoring, List.of(one)));
    }

    private static Answers answers(Map<String, Tensor> said) {
        return new Answers(said, List.of(new Window(0, 0, 0)), new Size(1, 1, 1));
    }

    private static Tensor row(float value) {
        return Tensor.of(new float[] {value}, 1, 1);
    }
}
