package org.tandem.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.dicom.Code;
import org.tandem.inference.decode.ClassificationDecoder;
import org.tandem.inference.input.Prepared;
import org.tandem.inference.network.Network;
import org.tandem.inference.network.Together;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.prediction.PredictedMap;
import org.tandem.inference.prediction.Prediction;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.TensorFunction;
import org.tandem.inference.tensor.Window;
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
import org.tandem.model.Refinement.Axis;
import org.tandem.model.Segment;
import org.tandem.model.Technique;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/** What is done beyond running a network once, with networks whose answers can be worked out by hand. */
final class RefinementTest {

    private static final Code CODE = Code.of("SCT 1 A");

    @ParameterizedTest
    @EnumSource(Input.Layout.class)
    void aNetworkThatLooksAtSingleVoxelsSaysTheSameOfEveryMirrorImage(Input.Layout layout) {
        Layouts layouts = new Layouts(layout);
        Size size = new Size(3, 4, layout.isFlat() ? 1 : 2);
        Tensor shown = new Tensor(ramp(2 * size.voxels()), layouts.shape(1, size, 2));
        Set<Axis> axes = layout.isFlat() ? Set.of(Axis.H, Axis.W) : Set.of(Axis.D, Axis.H, Axis.W);
        TensorFunction same = inputs -> Map.of("p", layouts.unflattened(inputs.get("img")));
        Map<String, Tensor> mean = Together.overFlips(same, axes, layouts, true).run(Map.of("img", shown));
        assertThat(mean.get("p").values()).containsExactly(shown.values(), within(1e-6f));
        assertThat(mean.get(Answers.varianceOf("p")).values()).containsOnly(0);
    }

    @Test
    void howMirrorImagesDifferIsTheDeviationOfTheirScores() {
        // says the first voxel: 0.2, mirrored 0.6; mean 0.4, deviation 0.4 / √2
        TensorFunction first =
                inputs -> Map.of("p", Tensor.of(new float[] {inputs.get("img").values()[0]}, 1, 1));
        Map<String, Tensor> said = Together.overFlips(first, Set.of(Axis.W), new Layouts(Input.Layout.NDHWC), false)
                .run(Map.of("img", Tensor.of(new float[] {.2f, .9f, .6f}, 1, 1, 1, 3, 1)));
        Answers mean = new Answers(said, List.of(new Window(0, 0, 0)), new Size(3, 1, 1));
        assertThat(mean.require("p").values()).containsExactly(new float[] {.4f}, within(1e-6f));
        PredictedClass one =
                new ClassificationDecoder(classification()).classes(mean).get(0);
        assertThat(one.interval().orElseThrow().high()).isEqualTo(.4 + 1.96 * .4 / Math.sqrt(2), within(1e-6));
        assertThat(one.interval().orElseThrow().low()).isZero();
    }

    @Test
    void entropyIsOneWhereNothingIsKnownAndZeroWhereAllIs() {
        Prepared exam = new Prepared(Spheres.grid(3, 1, 1), List.of(new float[] {0, .5f, 1}));
        Output.Cut cut = new Output.Cut(Activation.NONE, false, 0.5, Output.Keep.ALL);
        Output output = new Output.Segmentation("p", cut, List.of(new Segment(0, "Ball", CODE, CODE)), List.of());
        Refinement uncertain = new Refinement(Set.of(), true, Optional.empty(), Optional.empty(), Optional.empty());
        Prediction said = inferer(manifest(output, uncertain)).infer(volume(exam));
        assertThat(said.maps()).hasSize(1);
        assertThat(said.maps().get(0).label()).isEqualTo("Uncertainty of Ball");
        assertThat(said.maps().get(0).values().voxels()).containsExactly(new float[] {0, 1, 0}, within(1e-6f));
    }

    @Test
    void whatMattersIsWhereTheNetworkLooked() {
        // the score is the last voxel; covered with the mean 0.3 it falls from 0.9
        Prepared exam = new Prepared(Spheres.grid(4, 1, 1), List.of(new float[] {.1f, .1f, .1f, .9f}));
        Refinement occlusion = new Refinement(
                Set.of(), false, Optional.of(new Refinement.Occlusion(1, 1)), Optional.empty(), Optional.empty());
        Prediction said = inferer(manifest(classification(), occlusion)).infer(volume(exam));
        assertThat(said.maps().get(0).kind()).isEqualTo(PredictedMap.Kind.SALIENCY);
        assertThat(said.maps().get(0).values().voxels()).containsExactly(0, 0, 0, 1);
    }

    @Test
    void whatIsOutsideOfTheDomainIsFlaggedOrRefused() {
        Prepared exam = new Prepared(Spheres.grid(4, 1, 1), List.of(new float[] {0, .5f, .5f, 1}));
        assertThat(inferer(manifest(classification(), domain(0.4, 0.6, true)))
                        .infer(volume(exam))
                        .warnings())
                .isEmpty();
        assertThat(inferer(manifest(classification(), domain(2, 3, false)))
                        .infer(volume(exam))
                        .warnings())
                .containsExactly("mean of the input: got 0.5000, expected 2.000 to 3.000");
        Inferer strict = inferer(manifest(classification(), domain(2, 3, true)));
        assertThatThrownBy(() -> strict.infer(volume(exam))).hasMessageContaining("Outside of the model's domain");
    }

    private static Refinement domain(double low, double high, boolean refuse) {
        Refinement.Range any = new Refinement.Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return new Refinement(
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Refinement.Domain(new Refinement.Range(low, high), any, refuse)));
    }

    /** Answers each voxel with itself, and the whole with its last voxel. */
    private static Inferer inferer(Manifest manifest) {
        return Inferers.of(manifest, new Network() {
            @Override
            public Map<String, Tensor> run(Map<String, Tensor> inputs) {
                Tensor in = inputs.get("img");
                float[] values = in.values();
                Tensor last = Tensor.of(new float[] {values[values.length - 1]}, 1, 1);
                boolean classifies = manifest.outputs().get(0) instanceof Output.Classification;
                return Map.of("p", classifies ? last : in);
            }

            @Override
            public void close() {}
        });
    }

    private static Manifest manifest(Output output, Refinement refinement) {
        return new Manifest(
                new ModelName("a", "1.0.0"),
                "A",
                "test",
                new Accepts(List.of(), 1),
                new Input("img", Input.Layout.NDHWC, Input.Framing.AS_IS, Input.Values.AS_IS),
                Optional.empty(),
                new Technique.WholeVolume(),
                Optional.empty(),
                Optional.empty(),
                refinement,
                List.of(output),
                List.of(),
                List.of(),
                new Manifest.Source("here", "MIT", Optional.empty()));
    }

    private static Output.Classification classification() {
        Output.Scoring scoring = new Output.Scoring(
                Activation.NONE, Output.Choice.MULTI_LABEL, Output.Pooling.MEAN, new Calibration.None());
        LabelledClass one = new LabelledClass(0, Meaning.of("A", CODE, CODE), Optional.of(OperatingPoint.at(0.5)));
        return new Output.Classification("p", scoring, List.of(one));
    }

    private static Volume volume(Prepared exam) {
        return new Volume(exam.grid(), exam.channels().get(0));
    }

    private static float[] ramp(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) i / count;
        }
        return values;
    }
}
