package org.tandem.inference.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;
import org.tandem.model.Input;
import org.tandem.model.Refinement.Axis;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/**
 * The order of a tensor's axes. Within Tandem answers that are spread out always have the five axes of volumes; a
 * network that sees slices has no D, which is 1 in its windows and so changes nothing in the order of numbers.
 */
public record Layouts(Input.Layout layout) {

    /** What single precision and half precision may leave above 1 or below 0. */
    private static final float ROUNDING = 1e-3f;

    /** Shape of the tensor for so many windows of this size. */
    public List<Integer> shape(int count, Size window, int channels) {
        return layout.isFlat() ? flat(volumetric(count, window, channels)) : volumetric(count, window, channels);
    }

    private List<Integer> volumetric(int count, Size window, int channels) {
        return layout.isChannelLast()
                ? List.of(count, window.z(), window.y(), window.x(), channels)
                : List.of(count, channels, window.z(), window.y(), window.x());
    }

    private List<Integer> flat(List<Integer> volumetric) {
        List<Integer> shape = new ArrayList<>(volumetric);
        shape.remove(depthAxis());
        return shape;
    }

    private int depthAxis() {
        return layout.isChannelLast() ? 1 : 2;
    }

    /** The answer of a network that sees slices, with the axis D where it is spread out. */
    public Tensor unflattened(Tensor answer) {
        if (!layout.isFlat() || answer.shape().size() != Answers.SPATIAL_AXES - 1) {
            return answer;
        }
        List<Integer> shape = new ArrayList<>(answer.shape());
        shape.add(depthAxis(), 1);
        return new Tensor(answer.values(), shape);
    }

    /** Channels of an answer to so many windows of this size; refuses an answer of another shape. */
    public int channels(Tensor tensor, int count, Size size) {
        List<Integer> shape = tensor.shape();
        int channels = Answers.isSpatial(tensor) ? Math.max(1, shape.get(channelAxis())) : 1;
        List<Integer> expected = volumetric(count, size, channels);
        if (!shape.equals(expected)) {
            throw refusal("got shape " + shape + ", expected " + expected);
        }
        return channels;
    }

    /** Extents along D, H and W of an answer that is spread out. */
    public List<Integer> extents(Tensor tensor) {
        return tensor.shape().subList(depthAxis(), depthAxis() + 3);
    }

    /** Where in the array the channels of each voxel, or of each row, stand. */
    public Stream<IntStream> channelsOf(Tensor answer) {
        List<Integer> shape = answer.shape();
        int axis = Answers.isSpatial(answer) ? channelAxis() : shape.size() - 1;
        int step = shape.subList(axis + 1, shape.size()).stream().reduce(1, Math::multiplyExact);
        int block = step * shape.get(axis);
        return IntStream.range(0, answer.values().length / shape.get(axis)).mapToObj(i -> {
            int first = i / step * block + i % step;
            return IntStream.iterate(first, place -> place + step).limit(shape.get(axis));
        });
    }

    /** Where an axis stands in what the network sees. */
    public int inputAxis(Axis axis) {
        return answerAxis(axis) - (layout.isFlat() ? 1 : 0);
    }

    /** Where an axis stands in an answer that is spread out. */
    public int answerAxis(Axis axis) {
        return depthAxis()
                + switch (axis) {
                    case D -> 0;
                    case H -> 1;
                    case W -> 2;
                };
    }

    public int channelAxis() {
        return layout.isChannelLast() ? 4 : 1;
    }

    /** One channel of probabilities as a volume on this grid; refuses what has another shape or is no probability. */
    public Volume probability(Tensor tensor, int channel, Grid grid) {
        int channels = channels(tensor, 1, grid.size());
        if (channel >= channels) {
            throw refusal("got " + channels + " channels, expected one of index " + channel);
        }
        int count = grid.size().voxels();
        int first = layout.isChannelLast() ? channel : channel * count;
        int step = layout.isChannelLast() ? channels : 1;
        float[] voxels = new float[count];
        for (int i = 0; i < count; i++) {
            voxels[i] = requireProbability(tensor.values()[first + i * step]);
        }
        return new Volume(grid, voxels);
    }

    /** Compared with a threshold, "not a number" would be silence and a logit another probability: neither may pass. */
    public static float requireProbability(float value) {
        if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) {
            throw refusal("got the value " + value + ", expected probabilities from 0 to 1");
        }
        return value;
    }

    public static TandemException refusal(String message) {
        return new TandemException(TandemException.Kind.REFUSE, "Output of the network: " + message);
    }
}
