package org.tandem.inference;

import java.util.List;
import org.tandem.dicom.TandemException;
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

    /** Where a window begins. */
    record At(int x, int y, int z) {}

    WindowSum(Size size, Size window, Input.Layout layout) {
        this.size = size;
        this.window = window;
        this.layout = layout;
        this.weights = new float[size.voxels()];
    }

    /** Adds the answer to a window; what of it lies beyond the volume is left out. */
    void add(Tensor answer, At at, float[] windowWeights) {
        checkShape(answer);
        for (int z = 0; z < window.z() && at.z() + z < size.z(); z++) {
            for (int y = 0; y < window.y() && at.y() + y < size.y(); y++) {
                int from = window.offset(0, y, z);
                int to = size.offset(at.x(), at.y() + y, at.z() + z);
                int count = Math.min(window.x(), size.x() - at.x());
                for (int x = 0; x < count; x++) {
                    addVoxel(answer, from + x, to + x, windowWeights[from + x]);
                }
            }
        }
    }

    private void addVoxel(Tensor answer, int from, int to, float weight) {
        weights[to] += weight;
        for (int c = 0; c < channels; c++) {
            int source = layout == Input.Layout.NDHWC ? from * channels + c : c * window.voxels() + from;
            int target = layout == Input.Layout.NDHWC ? to * channels + c : c * size.voxels() + to;
            sums[target] += weight * answer.values()[source];
        }
    }

    /** The weighted mean over the whole volume, laid out like the answers. */
    Tensor mean() {
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            int voxel = layout == Input.Layout.NDHWC ? i / channels : i % size.voxels();
            mean[i] = sums[i] / weights[voxel];
        }
        return layout == Input.Layout.NDHWC
                ? Tensor.of(mean, 1, size.z(), size.y(), size.x(), channels)
                : Tensor.of(mean, 1, channels, size.z(), size.y(), size.x());
    }

    private void checkShape(Tensor answer) {
        List<Integer> shape = answer.shape();
        int found = shape.size() == 5 ? shape.get(layout == Input.Layout.NDHWC ? 4 : 1) : -1;
        List<Integer> expected = layout == Input.Layout.NDHWC
                ? List.of(1, window.z(), window.y(), window.x(), Math.max(1, found))
                : List.of(1, Math.max(1, found), window.z(), window.y(), window.x());
        if (!shape.equals(expected)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "Answer to a window: got shape " + shape + ", expected " + expected);
        }
        if (sums.length == 0) {
            channels = found;
            sums = new float[Math.multiplyExact(size.voxels(), channels)];
        }
    }
}
