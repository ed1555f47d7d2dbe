package org.tandem.inference.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.TandemException;
import org.tandem.evaluate.metric.Overlap;
import org.tandem.inference.Inferer;
import org.tandem.inference.ModelCache;
import org.tandem.inference.Spheres;
import org.tandem.inference.network.DeviceMemoryException;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.Prediction;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Input;
import org.tandem.model.Manifest;
import org.tandem.model.Model;
import org.tandem.model.ModelName;
import org.tandem.model.ModelStore;
import org.tandem.model.Technique;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;
import org.tensorflow.exceptions.TFResourceExhaustedException;

final class TensorFlowNetworkTest {

    private static final Model THRESHOLD = new ModelStore(Path.of("src/test/resources/models")).require("threshold");

    private static final Model TWO_INPUTS = new ModelStore(Path.of("src/test/resources/models")).require("two-inputs");

    private static final Model QUANTISED = new ModelStore(Path.of("src/test/resources/models")).require("quantised");

    private static final Model NARROW = new ModelStore(Path.of("src/test/resources/models")).require("narrow-types");

    private static ModelCache cache;

    @BeforeAll
    static void openCache() {
        cache = new ModelCache(TensorFlowNetwork::load, 2);
    }

    @AfterAll
    static void closeCache() {
        cache.close();
    }

    @Test
    void theNetworkAnswersWithTheNamesAndShapesOfItsSignature() {
        try (TensorFlowNetwork network = TensorFlowNetwork.load(THRESHOLD)) {
            Map<String, Tensor> answers =
                    network.run(Map.of("img", Tensor.of(new float[] {0, 0.5f, 1}, 1, 1, 1, 3, 1)));
            assertThat(answers.get("prob").shape()).isEqualTo(List.of(1, 1, 1, 3, 1));
            assertThat(answers.get("prob").values()).containsExactly(0, 0.5f, 1);
        }
    }

    @Test
    void aTensorOfTheWrongShapeIsRefusedWithItsShape() {
        try (TensorFlowNetwork network = TensorFlowNetwork.load(THRESHOLD)) {
            assertThatThrownBy(() -> network.run(Map.of("img", Tensor.of(new float[] {0, 1}, 1, 2))))
                    .isInstanceOf(TandemException.class)
                    .hasMessageContaining("threshold/1.0.0")
                    .hasMessageContaining("img[1, 2]");
        }
    }

    @Test
    void tensorsAreMatchedByNameAndWholeNumbersComeAsFloats() {
        Map<String, Tensor> inputs =
                Map.of("second", Tensor.of(new float[] {1, 1, 1}, 3), "first", Tensor.of(new float[] {3, 1, 0.5f}, 3));
        try (TensorFlowNetwork network = TensorFlowNetwork.load(TWO_INPUTS)) {
            Map<String, Tensor> answers = network.run(inputs);
            assertThat(answers.get("difference").values()).containsExactly(2, 0, -0.5f);
            assertThat(answers.get("larger").values()).containsExactly(1, 0, 0);
        }
    }

    /**
     * 0.1 is 0.0999755859375 in half precision and 0.10009765625 as bfloat16; quantised inputs are rounded and cut off
     * at the ends of their type. Words, which the network says too, are no numbers and are left alone.
     */
    @Test
    void networksOfHalvesAndBytesTakeAndGiveFloats() {
        Map<String, Tensor> inputs = Map.of(
                "mixed", Tensor.of(new float[] {0.1f, -2, 1024}, 3),
                "signed", Tensor.of(new float[] {3.4f, -500, 126.6f}, 3),
                "unsigned", Tensor.of(new float[] {2.6f, 255.7f, -3}, 3),
                "half", Tensor.of(new float[] {0.1f, -3, 65504}, 3),
                "brain", Tensor.of(new float[] {0.1f, -3, 65504}, 3));
        try (TensorFlowNetwork network = TensorFlowNetwork.load(NARROW)) {
            Map<String, Tensor> answers = network.run(inputs);
            assertThat(answers.get("halves").values()).containsExactly((float) 0.199951171875, -4, 2048);
            assertThat(answers.get("brain_floats").values()).containsExactly((float) 0.10009765625, -2, 1024);
            assertThat(answers.get("signed_sum").values()).containsExactly(6, -256, 254);
            assertThat(answers.get("unsigned_same").values()).containsExactly(3, 255, 0);
            assertThat(answers.get("half_doubled").values())
                    .containsExactly((float) 0.199951171875, -6, Float.POSITIVE_INFINITY);
            assertThat(answers.get("brain_doubled").values()).containsExactly((float) 0.2001953125, -6, 131_072);
            assertThat(answers).doesNotContainKey("words");
        }
    }

    @Test
    void aDeviceWithoutMemoryIsToldFromOtherFailures() {
        Throwable failure = new IllegalStateException(new TFResourceExhaustedException("OOM when allocating tensor"));
        assertThat(Reasons.failure("Model a", failure))
                .isInstanceOf(DeviceMemoryException.class)
                .hasMessage("Model a: OOM when allocating tensor");
    }

    @Test
    void aMissingOrUnknownInputIsRefusedByName() {
        Tensor tensor = Tensor.of(new float[] {1}, 1);
        try (TensorFlowNetwork network = TensorFlowNetwork.load(TWO_INPUTS)) {
            assertThatThrownBy(() -> network.run(Map.of("first", tensor)))
                    .hasMessageContaining("input \"second\": got first[1]");
            assertThatThrownBy(() -> network.run(Map.of("first", tensor, "second", tensor, "third", tensor)))
                    .hasMessageContaining("expected inputs named [first, second]");
        }
    }

    @Test
    void whatTheGraphCannotComputeIsRefusedNotRetried() {
        Tensor two = Tensor.of(new float[] {1, 2}, 2);
        Tensor three = Tensor.of(new float[] {1, 2, 3}, 3);
        try (TensorFlowNetwork network = TensorFlowNetwork.load(TWO_INPUTS)) {
            assertThatThrownBy(() -> network.run(Map.of("first", two, "second", three)))
                    .isInstanceOfSatisfying(
                            TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.REFUSE))
                    .hasMessageContaining("Model two-inputs/1.0.0 failed on inputs");
        }
    }

    @Test
    void aTornOrChangedSavedModelIsRefused(@TempDir Path folder) throws IOException {
        Path saved = Files.createDirectories(folder.resolve("saved_model"));
        Files.write(saved.resolve("saved_model.pb"), new byte[] {8, 1, 18, 99});
        Model torn = new Model(THRESHOLD.manifest(), folder);
        assertThatThrownBy(() -> TensorFlowNetwork.load(torn))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("Model threshold/1.0.0 cannot be loaded from");
        Files.writeString(folder.resolve("SHA256SUMS"), "0".repeat(64) + "  saved_model/saved_model.pb\n");
        assertThatThrownBy(() -> TensorFlowNetwork.load(torn)).hasMessageContaining("saved_model.pb: got sha256");
    }

    @Test
    void aFolderWithoutSavedModelIsRefused() {
        Model gone = new Model(THRESHOLD.manifest(), Path.of("no-such-folder"));
        assertThatThrownBy(() -> TensorFlowNetwork.load(gone)).hasMessageContaining("got no saved_model.pb");
    }

    @Test
    void aBallComesBackOnTheSourceGridThoughTheNetworkSawAnotherGrid() {
        Grid grid = Spheres.grid(50, 44, 36);
        Mask ball = Spheres.ball(grid, new Vector3(8, -6, 5), 30);
        Mask found = segment(THRESHOLD, Spheres.volume(ball));
        assertThat(found.grid()).isEqualTo(grid);
        assertThat(Overlap.of(found, ball).dice()).isGreaterThan(0.97);
        assertThat(found.volumeMm3()).isEqualTo(4.0 / 3 * Math.PI * 27_000, within(0.02 * 113_097));
    }

    @Test
    void aNetworkOfBytesFindsTheBallToo() {
        Grid grid = Spheres.grid(50, 44, 36);
        Mask ball = Spheres.ball(grid, new Vector3(8, -6, 5), 30);
        assertThat(Overlap.of(segment(QUANTISED, Spheres.volume(ball)), ball).dice())
                .isGreaterThan(0.97);
    }

    @Test
    void onlyTheLargestOfTwoBallsIsKept() {
        Grid grid = Spheres.grid(50, 44, 36);
        Mask large = Spheres.ball(grid, new Vector3(20, 0, 0), 25);
        Mask both = Spheres.ball(grid, new Vector3(-32, 0, 0), 12);
        both.voxels().or(large.voxels());
        assertThat(Overlap.of(segment(THRESHOLD, Spheres.volume(both)), large).dice())
                .isGreaterThan(0.97);
    }

    @Test
    void windowByWindowTheAnswerIsTheSameAsAtOnce() {
        Volume volume = Spheres.volume(Spheres.ball(Spheres.grid(30, 29, 17), new Vector3(3, 2, 1), 15));
        Mask atOnce = segment(with(new Technique.WholeVolume()), volume);
        for (Technique.Blend blend : Technique.Blend.values()) {
            Technique windows = new Technique.SlidingWindow(new Size(12, 8, 20), 0.5, blend, 3);
            assertThat(segment(with(windows), volume)).isEqualTo(atOnce);
        }
    }

    @Test
    void severalThreadsMayAskOneNetworkAtOnce() {
        Volume volume = Spheres.volume(Spheres.ball(Spheres.grid(30, 29, 17), new Vector3(3, 2, 1), 15));
        Mask alone = segment(THRESHOLD, volume);
        List<Mask> together = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> segment(THRESHOLD, volume))
                .toList();
        assertThat(together).allMatch(alone::equals);
    }

    @Test
    void aVolumeInWhichNothingIsBrightHasAnEmptyMask() {
        Grid grid = Spheres.grid(10, 10, 10);
        assertThat(segment(THRESHOLD, new Volume(grid, new float[1000])).isEmpty())
                .isTrue();
    }

    private static Mask segment(Model model, Volume volume) {
        Prediction prediction = cache.with(model, (Inferer inferer) -> inferer.infer(volume));
        return ((OutputPrediction.Segmentation) prediction.outputs().get(0))
                .segments()
                .get(0)
                .mask();
    }

    /** The model on the source's own voxels, applied by this technique. */
    private static Model with(Technique technique) {
        Manifest m = THRESHOLD.manifest();
        Input i = m.input();
        Input.Framing framing = new Input.Framing(i.framing().orientation(), new Input.Sampling.AsIs());
        Input asIs = new Input(i.tensor(), i.layout(), framing, i.values());
        String name = technique instanceof Technique.SlidingWindow window
                ? "windows-" + window.blend().name().toLowerCase(Locale.ROOT)
                : "whole";
        return new Model(
                new Manifest(
                        new ModelName(name, "1.0.0"),
                        m.title(),
                        m.intendedUse(),
                        m.accepts(),
                        asIs,
                        technique,
                        m.batching(),
                        m.outputs(),
                        m.source()),
                THRESHOLD.folder());
    }
}
