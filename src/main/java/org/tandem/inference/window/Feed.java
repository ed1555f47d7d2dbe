package org.tandem.inference.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandem.inference.input.Prepared;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.TensorFunction;
import org.tandem.inference.tensor.Window;
import org.tandem.model.Input;
import org.tandem.volume.Size;

/**
 * Gives windows of a prepared exam to a network. A window that is larger than the exam is extended by the exam's own
 * border values.
 *
 * @param neighbours slices on each side that come along as channels
 */
public record Feed(TensorFunction network, Input input, int neighbours) {

    /** The answers to so many windows, spread out ones with five axes. */
    Map<String, Tensor> run(Prepared prepared, List<Window> batch, Size window) {
        int channels = prepared.channels().size() * (2 * neighbours + 1);
        float[] values = new float[Math.multiplyExact(Math.multiplyExact(batch.size(), channels), window.voxels())];
        for (int i = 0; i < batch.size(); i++) {
            for (int c = 0; c < channels; c++) {
                cut(prepared, batch.get(i), new Target(values, i, c, channels, window));
            }
        }
        Layouts layouts = new Layouts(input.layout());
        Tensor tensor = new Tensor(values, layouts.shape(batch.size(), window, channels));
        Map<String, Tensor> answers = new HashMap<>();
        network.run(Map.of(input.tensor(), tensor))
                .forEach((name, answer) -> answers.put(name, layouts.unflattened(answer)));
        return answers;
    }

    /** The place of one channel of one window in the tensor. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Target(float[] values, int index, int channel, int channels, Size window) {

        int first(Input.Layout layout) {
            return layout.isChannelLast()
                    ? index * window.voxels() * channels + channel
                    : (index * channels + channel) * window.voxels();
        }
    }

    private void cut(Prepared prepared, Window at, Target target) {
        Size size = prepared.grid().size();
        Size window = target.window();
        float[] source = prepared.channels().get(target.channel() / (2 * neighbours + 1));
        int shift = target.channel() % (2 * neighbours + 1) - neighbours;
        int step = input.layout().isChannelLast() ? target.channels() : 1;
        int to = target.first(input.layout());
        for (int z = 0; z < window.z(); z++) {
            int fromZ = Math.max(0, Math.min(at.z() + z + shift, size.z() - 1));
            for (int y = 0; y < window.y(); y++) {
                int from = size.offset(0, Math.min(at.y() + y, size.y() - 1), fromZ);
                for (int x = 0; x < window.x(); x++) {
                    target.values()[to] = source[from + Math.min(at.x() + x, size.x() - 1)];
                    to += step;
                }
            }
        }
    }
}
