package org.tandem.inference.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.inference.Spheres;
import org.tandem.inference.input.Prepared;
import org.tandem.inference.network.Network;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.Window;
import org.tandem.model.Input;
import org.tandem.model.Input.Layout;
import org.tandem.model.Technique;
import org.tandem.model.Technique.Blend;
import org.tandem.model.Technique.SlidingWindow;
import org.tandem.volume.Size;

final class WindowPassTest {

    private final List<Integer> batches = new ArrayList<>();

    /** Answers each voxel with two channels, the value and its half, and writes down how many windows it was given. */
    private final class ValueAndHalf implements Network {
        private final Layout layout;

        ValueAndHalf(Layout layout) {
            this.layout = layout;
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs) {
            Tensor in = inputs.get("img");
            int count = in.shape().get(0);
            batches.add(count);
            int voxels = in.values().length / count;
            float[] out = new float[in.values().length * 2];
            for (int i = 0; i < in.values().length; i++) {
                int value = layout.isChannelLast() ? 2 * i : i / voxels * 2 * voxels + i % voxels;
                int half = layout.isChannelLast() ? value + 1 : value + voxels;
                out[value] = in.values()[i];
                out[half] = in.values()[i] / 2;
            }
            List<Integer> shape = new ArrayList<>(in.shape());
            shape.set(layout.isChannelLast() ? shape.size() - 1 : 1, 2);
            return Map.of("prob", new Tensor(out, shape));
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @EnumSource(
            value = Layout.class,
            names = {"NDHWC", "NCDHW"})
    void aNetworkThatLooksAtSingleVoxelsAnswersTheSameInWindowsAsAtOnce(Layout layout) {
        Prepared exam = ramp(7, 5, 6);
        Tensor atOnce = over(exam, layout, new Technique.WholeVolume());
        for (Blend blend : Blend.values()) {
            Tensor blended = over(exam, layout, new SlidingWindow(new Size(3, 4, 9), 0.5, blend, 4));
            assertThat(blended.shape()).isEqualTo(atOnce.shape());
            assertThat(blended.values()).containsExactly(atOnce.values(), within(1e-6f));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Layout.class,
            names = {"NHWC", "NCHW"})
    void sliceBySliceTheAnswersOfANetworkForPicturesAreStackedAgain(Layout layout) {
        Prepared exam = ramp(7, 5, 6);
        Layout volumes = layout.isChannelLast() ? Layout.NDHWC : Layout.NCDHW;
        Tensor atOnce = over(exam, volumes, new Technique.WholeVolume());
        Tensor stacked = over(exam, layout, new Technique.SliceWise(0, 4));
        assertThat(stacked).usingRecursiveComparison().isEqualTo(atOnce);
        assertThat(batches).containsExactly(1, 4, 2);
    }

    @Test
    void windowsAreGivenInBatchesAndTheRestInASmallerOne() {
        // x: 0-2, 1-3, … 4-6 (5 starts), y: 0-3, 1-4 (2 starts: step 2, then the end), z: 1 start
        over(ramp(7, 5, 6), Layout.NDHWC, new SlidingWindow(new Size(3, 4, 9), 0.5, Blend.CONSTANT, 4));
        assertThat(batches).containsExactly(4, 4, 2);
    }

    @Test
    void neighbouringSlicesAreChannelsAndTheOutermostIsRepeatedBeyondTheEnds() {
        Prepared threeSlices = new Prepared(Spheres.grid(1, 1, 3), List.of(new float[] {.1f, .2f, .3f}));
        List<Tensor> seen = new ArrayList<>();
        Network network = played(inputs -> {
            seen.add(inputs.get("img"));
            return Map.of("score", Tensor.of(new float[3], 3, 1));
        });
        new WindowPass(new Feed(network, input(Layout.NHWC), 1), new Technique.SliceWise(1, 3)).over(threeSlices);
        assertThat(seen.get(0).shape()).isEqualTo(List.of(3, 1, 1, 3));
        assertThat(seen.get(0).values()).containsExactly(.1f, .1f, .2f, .1f, .2f, .3f, .2f, .3f, .3f);
    }

    @Test
    void whatIsNotSpreadOutHasARowForEachSlice() {
        Network first = played(inputs -> {
            Tensor in = inputs.get("img");
            int count = in.shape().get(0);
            float[] scores = new float[count];
            for (int i = 0; i < count; i++) {
                scores[i] = in.values()[i * (in.values().length / count)];
            }
            return Map.of("score", Tensor.of(scores, count, 1));
        });
        Answers answers = new WindowPass(new Feed(first, input(Layout.NHWC), 0), new Technique.SliceWise(0, 4))
                .over(new Prepared(Spheres.grid(1, 1, 6), List.of(new float[] {0, 1, 2, 3, 4, 5})));
        assertThat(answers.require("score").values()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(answers.windows()).hasSize(6).last().isEqualTo(new Window(0, 0, 5));
    }

    private static Network played(UnaryOperator<Map<String, Tensor>> answer) {
        return new Network() {
            @Override
            public Map<String, Tensor> run(Map<String, Tensor> inputs) {
                return answer.apply(inputs);
            }

            @Override
            public void close() {}
        };
    }

    private Tensor over(Prepared exam, Layout layout, Technique technique) {
        Feed feed = new Feed(new ValueAndHalf(layout), input(layout), 0);
        return new WindowPass(feed, technique).over(exam).require("prob");
    }

    private static Input input(Layout layout) {
        return new Input("img", layout, Input.Framing.AS_IS, Input.Values.AS_IS);
    }

    /** Values that differ from voxel to voxel, 0 to 1. */
    private static Prepared ramp(int x, int y, int z) {
        float[] voxels = new float[x * y * z];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (float) i / voxels.length;
        }
        return new Prepared(Spheres.grid(x, y, z), List.of(voxels));
    }
}
