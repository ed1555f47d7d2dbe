package org.tandem.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.model.Input;
import org.tandem.model.Input.Layout;
import org.tandem.model.Technique.Blend;
import org.tandem.model.Technique.SlidingWindow;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

final class SlidingWindowPassTest {

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
                int value = layout == Layout.NDHWC ? 2 * i : i / voxels * 2 * voxels + i % voxels;
                int half = layout == Layout.NDHWC ? value + 1 : value + voxels;
                out[value] = in.values()[i];
                out[half] = in.values()[i] / 2;
            }
            List<Integer> shape = new ArrayList<>(in.shape());
            shape.set(layout == Layout.NDHWC ? 4 : 1, 2);
            return Map.of("prob", new Tensor(out, shape));
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void aNetworkThatLooksAtSingleVoxelsAnswersTheSameInWindowsAsAtOnce(Layout layout) {
        Volume volume = ramp(7, 5, 6);
        Tensor atOnce = new WholeVolumePass(new ValueAndHalf(layout), input(layout))
                .over(volume)
                .get("prob");
        for (Blend blend : Blend.values()) {
            SlidingWindow windows = new SlidingWindow(new Size(3, 4, 9), 0.5, blend, 4);
            Tensor blended = new SlidingWindowPass(new ValueAndHalf(layout), input(layout), windows)
                    .over(volume)
                    .get("prob");
            assertThat(blended.shape()).isEqualTo(atOnce.shape());
            assertThat(blended.values()).containsExactly(atOnce.values(), within(1e-6f));
        }
    }

    @Test
    void windowsAreGivenInBatchesAndTheRestInASmallerOne() {
        // x: 0-2, 1-3, … 4-6 (5 starts), y: 0-3, 1-4 (2 starts: step 2, then the end), z: 1 start
        SlidingWindow windows = new SlidingWindow(new Size(3, 4, 9), 0.5, Blend.CONSTANT, 4);
        new SlidingWindowPass(new ValueAndHalf(Layout.NDHWC), input(Layout.NDHWC), windows).over(ramp(7, 5, 6));
        assertThat(batches).containsExactly(4, 4, 2);
    }

    private static Input input(Layout layout) {
        return new Input("img", layout, Optional.empty(), new Input.Sampling.AsIs(), new Input.Intensity.AsIs());
    }

    /** Values that differ from voxel to voxel, 0 to 1. */
    private static Volume ramp(int x, int y, int z) {
        float[] voxels = new float[x * y * z];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (float) i / voxels.length;
        }
        return new Volume(Spheres.grid(x, y, z), voxels);
    }
}
