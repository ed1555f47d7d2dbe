package org.tandem.inference.window;

import java.util.List;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.Window;
import org.tandem.model.Input;
import org.tandem.volume.Size;

/** The weighted sum of windows' answers over a volume, for one output of a network. For one thread. */
final class WindowSum {

    private final Size size;
    private final Size window;
    private final Input.Layout layout;
    private final float[] weights;
    private float[] sums = new float[0];
    private int channels;

    /** The volume, the windows over it, and the order of axes. */
    record Frame(Size size, Size window, Input.Layout layout) {

        /** Whether an answer has a value for each voxel of its windows; features of a coarser grid have not. */
        boolean isCoveredBy(Tensor answer) {
            return Answers.isSpatial(answer)
                    && new Layouts(layout).extents(answer).equals(List.of(window.z(), window.y(), window.x()));
        }
    }

    WindowSum(Frame frame) {
        this.size = frame.size();
        this.window = frame.window();
        this.layout = frame.layout();
        this.weights = new float[size.voxels()];
    }

    /** Adds the answer to a batch of windows; what of it lies beyond the volume is left out. */
    void add(Tensor answer, List<Window> batch, float[] windowWeights) {
        checkShape(answer, batch.size());
        for (int i = 0; i < batch.size(); i++) {
            add(answer, i, batch.get(i), windowWeights);
        }
    }

    private void add(Tensor answer, int index, Window at, float[] windowWeights) {
        int count = Math.min(window.x(), size.x() - at.x());
        for (int z = 0; z < window.z() && at.z() + z < size.z(); z++) {
            for (int y = 0; y < window.y() && at.y() + y < size.y(); y++) {
                int from = window.offset(0, y, z);
                int to = size.offset(at.x(), at.y() + y, at.z() + z);
                for (int x = 0; x < count; x++) {
                    weights[to + x] += windowWeights[from + x];
                    addVoxel(answer, new Voxel(index, from + x, to + x), windowWeights[from + x]);
                }
            }
        }
    }

    /** A voxel of a window of a batch, and where it lies in the volume. */
    private record Voxel(int window, int from, int to) {}

    private void addVoxel(Tensor answer, Voxel voxel, float weight) {
        int first = voxel.window() * window.voxels() * channels;
        for (int c = 0; c < channels; c++) {
            int source = layout.isChannelLast() ? voxel.from() * channels + c : c * window.voxels() + voxel.from();
            int target = layout.isChannelLast() ? voxel.to() * channels + c : c * size.voxels() + voxel.to();
            sums[target] += weight * answer.values()[first + source];
        }
    }

    /** The weighted mean over the whole volume, laid out like the answers. */
    Tensor mean() {
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            int voxel = layout.isChannelLast() ? i / channels : i % size.voxels();
            mean[i] = sums[i] / weights[voxel];
        }
        return layout.isChannelLast()
                ? Tensor.of(mean, 1, size.z(), size.y(), size.x(), channels)
                : Tensor.of(mean, 1, channels, size.z(), size.y(), size.x());
    }

    private void checkShape(Tensor answer, int count) {
        int found = new Layouts(layout).channels(answer, count, window);
        if (sums.length == 0) {
            channels = found;
            sums = new float[Math.multiplyExact(size.voxels(), channels)];
        }
    }
}
