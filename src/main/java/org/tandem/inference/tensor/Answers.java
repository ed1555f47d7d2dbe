package org.tandem.inference.tensor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;

/**
 * What a network said of the whole of a prepared exam. A tensor of five axes is spread out over the grid, [1, D, H, W,
 * channels] or [1, channels, D, H, W]; every other one has a row for each window.
 *
 * @param windows what the rows are about: one, or slices, or parts
 * @param window voxels of a window
 */
public record Answers(Map<String, Tensor> tensors, List<Window> windows, Size window) {

    /** Axes of a tensor that is spread out over the grid. */
    static final int SPATIAL_AXES = 5;

    /** No signature has such names. */
    private static final String VARIANCE = " (variance)";

    public Answers {
        tensors = Map.copyOf(tensors);
        windows = List.copyOf(windows);
    }

    /** Where the variance of an output stands, if several views or several networks were asked. */
    public static String varianceOf(String name) {
        return name + VARIANCE;
    }

    public static boolean isVariance(String name) {
        return name.endsWith(VARIANCE);
    }

    /** Of the numbers of an output, if it was worked out. */
    public Optional<Tensor> variance(String name) {
        return Optional.ofNullable(tensors.get(varianceOf(name)));
    }

    /** The tensor of this name; refuses to do without it. */
    public Tensor require(String name) {
        return require(tensors, name);
    }

    public static Tensor require(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Output \"" + name + "\": got outputs " + tensors.keySet()
                            + " from the network, expected it among them");
        }
        return tensor;
    }

    /** The grids between which answers are carried. */
    public record Grids(Grid network, Grid source) {}

    public static boolean isSpatial(Tensor tensor) {
        return tensor.shape().size() == SPATIAL_AXES;
    }
}
