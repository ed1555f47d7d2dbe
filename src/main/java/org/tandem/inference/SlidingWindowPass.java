package org.tandem.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandem.model.Input;
import org.tandem.model.Technique;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/**
 * Feeds the volume to the network window by window, several at once where the manifest says so, and blends the answers
 * where windows overlap. A volume smaller than a window is extended by its own border values, so that a window never
 * reaches beyond it. Memory: one sum for each output over the volume, and one batch of windows.
 */
record SlidingWindowPass(Network network, Input input, Technique.SlidingWindow technique) implements Pass {

    @Override
    public Map<String, Tensor> over(Volume prepared) {
        Size size = prepared.grid().size();
        Size window = technique.window();
        float[] weights = WindowWeights.of(window, technique.blend());
        Map<String, WindowSum> sums = new HashMap<>();
        List<WindowSum.At> places = places(size);
        for (int from = 0; from < places.size(); from += technique.batch()) {
            List<WindowSum.At> batch = places.subList(from, Math.min(places.size(), from + technique.batch()));
            run(prepared, batch).forEach((name, answer) -> sums.computeIfAbsent(
                            name, n -> new WindowSum(size, window, input.layout()))
                    .add(answer, batch, weights));
        }
        Map<String, Tensor> blended = new HashMap<>();
        sums.forEach((name, sum) -> blended.put(name, sum.mean()));
        return blended;
    }

    private List<WindowSum.At> places(Size size) {
        List<WindowSum.At> places = new ArrayList<>();
        for (int z : WindowStarts.of(size.z(), technique.window().z(), technique.overlap())) {
            for (int y : WindowStarts.of(size.y(), technique.window().y(), technique.overlap())) {
                for (int x : WindowStarts.of(size.x(), technique.window().x(), technique.overlap())) {
                    places.add(new WindowSum.At(x, y, z));
                }
            }
        }
        return places;
    }

    private Map<String, Tensor> run(Volume volume, List<WindowSum.At> batch) {
        Size window = technique.window();
        float[] voxels = new float[Math.multiplyExact(batch.size(), window.voxels())];
        for (int i = 0; i < batch.size(); i++) {
            cut(volume, batch.get(i), voxels, i * window.voxels());
        }
        return network.run(Map.of(input.tensor(), Channels.tensor(voxels, batch.size(), window, input.layout())));
    }

    private void cut(Volume volume, WindowSum.At at, float[] voxels, int first) {
        Size window = technique.window();
        Size size = volume.grid().size();
        for (int z = 0; z < window.z(); z++) {
            int fromZ = Math.min(at.z() + z, size.z() - 1);
            for (int y = 0; y < window.y(); y++) {
                int from = size.offset(0, Math.min(at.y() + y, size.y() - 1), fromZ);
                int to = first + window.offset(0, y, z);
                for (int x = 0; x < window.x(); x++) {
                    voxels[to + x] = volume.voxels()[from + Math.min(at.x() + x, size.x() - 1)];
                }
            }
        }
    }
}
