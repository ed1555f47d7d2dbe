package org.tandem.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.dicom.TandemException;
import org.tandem.inference.network.Network;
import org.tandem.inference.prediction.PredictedMap;
import org.tandem.inference.prediction.Prediction;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Accepts;
import org.tandem.model.Activation;
import org.tandem.model.Calibration;
import org.tandem.model.Input;
import org.tandem.model.LabelledClass;
import org.tandem.model.Manifest;
import org.tandem.model.Meaning;
import org.tandem.model.ModelName;
import org.tandem.model.OperatingPoint;
import org.tandem.model.Output;
import org.tandem.model.Refinement;
import org.tandem.model.Technique;
import org.tandem.volume.Volume;

/** Maps from features of 2 × 1 places and two channels, worked out by hand. */
final class ActivationMapsTest {

    private static final Code CODE = Code.of("SCT 1 A");

    /** Two channels at the left, two at the right. */
    private static final Tensor FEATURES = Tensor.of(new float[] {1, 4, 2, 1}, 1, 1, 2, 2);

    @Test
    void aMapIsTheFeaturesWeightedWithTheGradientsOfThePresentClass() {
        // the second class: 1 · 1 − 0.5 · 4 = −1 at the left, 2 − 0.5 = 1.5 at the right: 0 and 1
        Tensor gradients = Tensor.of(new float[] {9, 9, 1, -.5f}, 1, 2, 2);
        List<PredictedMap> maps = explained(gradients).maps();
        assertThat(maps).hasSize(1);
        assertThat(maps.get(0).label()).isEqualTo("Saliency of B");
        assertThat(maps.get(0).kind()).isEqualTo(PredictedMap.Kind.CLASS_ACTIVATION);
        // four columns over two places: their middles lie at ¼ and ¾, and there are ⅛, ⅜, ⅝, ⅞ asked for
        assertThat(maps.get(0).values().voxels()).containsExactly(new float[] {0, .25f, .75f, 1}, within(1e-6f));
    }

    @Test
    void gradientsOfAnotherShapeAreRefused() {
        assertThatThrownBy(() -> explained(Tensor.of(new float[] {1, 1}, 1, 2)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("\"g\" of shape [1, 2], expected [1, classes, 2]");
    }

    private static Prediction explained(Tensor gradients) {
        Map<String, Tensor> answers =
                Map.of("p", Tensor.of(new float[] {.1f, .9f}, 1, 2), "f", FEATURES, "g", gradients);
        Inferer inferer = Inferers.of(manifest(), new Network() {
            @Override
            public Map<String, Tensor> run(Map<String, Tensor> inputs) {
                return answers;
            }

            @Override
            public void close() {}
        });
        return inferer.infer(new Volume(Spheres.grid(4, 1, 1), new float[4]));
    }

    private static Manifest manifest() {
        Output.Scoring scoring = new Output.Scoring(
                Activation.NONE, Output.Choice.MULTI_LABEL, Output.Pooling.MEAN, new Calibration.None());
        Output output = new Output.Classification("p", scoring, List.of(labelled(0, "A"), labelled(1, "B")));
        return new Manifest(
                new ModelName("a", "1.0.0"),
                "A",
                "test",
                new Accepts(List.of(), 1),
                new Input("img", Input.Layout.NHWC, Input.Framing.AS_IS, Input.Values.AS_IS),
                Optional.empty(),
                new Technique.SliceWise(0, 1),
                Optional.empty(),
                Optional.empty(),
                new Refinement(
                        Set.of(),
                        false,
                        Optional.empty(),
                        Optional.of(new Refinement.Activation("f", "g")),
                        Optional.empty()),
                List.of(output),
                List.of(),
                List.of(),
                new Manifest.Source("here", "MIT", Optional.empty()));
    }

    private static LabelledClass labelled(int channel, String label) {
        return new LabelledClass(channel, Meaning.of(label, CODE, CODE), Optional.of(OperatingPoint.at(.5)));
    }
}
