package org.tandem.inference;

import java.util.HashMap;
import java.util.Map;
import org.tandem.model.Input;
import org.tandem.model.Technique;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/**
 * Feeds the volume to the network window by window and blends the answers where windows overlap. A volume smaller than
 * a window is extended by its own border values, so that a window never reaches beyond it. Memory: the sum of one
 * output over the volume, and one window.
 */
record SlidingWindowPass(Network network, Input input, Technique.SlidingWindow technique) implements Pass {

    @Override
    public Map<String, Tensor> over(Volume prepared) {
        Size size = prepared.grid().size();
        Size window = technique.window();
        float[] weights = WindowWeights.of(window, technique.blend());
        Map<String, WindowSum> sums = new HashMap<>();
        for (int z : WindowStarts.of(size.z(), window.z(), technique.overlap())) {
            for (int y : WindowStarts.of(size.y(), window.y(), technique.overlap())) {
                for (int x : WindowStarts.of(size.x(), window.x(), technique.overlap())) {
                    WindowSum.At at = new WindowSum.At(x, y, z);
                    run(cut(prepared, at)).forEach((name, answer) -> sums.computeIfAbsent(
                                    name, n -> new WindowSum(size, window, input.layout()))
                            .add(answer, at, weights));
                }
            }
        }
        Map<String, Tensor> blended = new HashMap<>();
        sums.forEach((name, sum) -> blended.put(name, sum.mean()));
        return blended;
    }

    private Map<String, Tensor> run(Volume window) {
        return network.run(Map.of(input.tensor(), Channels.pack(window, input.layout())));
    }

    private Volume cut(Volume volume, WindowSum.At at) {
        Size window = technique.window();
        Size size = volume.grid().size();
        float[] voxels = new float[window.voxels()];
        for (int z = 0; z < window.z(); z++) {
            int fromZ = Math.min(at.z() + z, size.z() - 1);
            for (int y = 0; y < window.y(); y++) {
                int from = size.offset(0, Math.min(at.y() + y, size.y() - 1), fromZ);
                int to = window.offset(0, y, z);
                for (int x = 0; x < window.x(); x++) {
                    voxels[to + x] = volume.voxels()[from + Math.min(at.x() + x, size.x() - 1)];
                }
            }
        }
        Grid grid = volume.grid();
        return new Volume(new Grid(window, grid.axes(), grid.spacingMm(), grid.origin()), voxels);
    }
}
