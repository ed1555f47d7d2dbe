package org.tandem.inference;

import java.util.List;
import org.tandem.dicom.TandemException;
import org.tandem.model.Input;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/** Lays volumes out as tensors and back: batch of one, axes D, H, W (z, y, x of the grid), channel last or second. */
final class Channels {

    /** What single precision and half precision may leave above 1 or below 0. */
    private static final float ROUNDING = 1e-3f;

    private Channels() {}

    /** One volume as a tensor of one channel. */
    static Tensor pack(Volume volume, Input.Layout layout) {
        return tensor(volume.voxels(), 1, volume.grid().size(), layout);
    }

    /** Voxels of several volumes of one size, one after the other, as a tensor of one channel. */
    static Tensor tensor(float[] voxels, int count, Size size, Input.Layout layout) {
        return layout == Input.Layout.NDHWC
                ? Tensor.of(voxels, count, size.z(), size.y(), size.x(), 1)
                : Tensor.of(voxels, count, 1, size.z(), size.y(), size.x());
    }

    /** One channel of a tensor as a volume on this grid; refuses a tensor of another shape, naming it. */
    static Volume unpack(Tensor tensor, int channel, Grid grid, Input.Layout layout) {
        int channels = channels(tensor, 1, grid.size(), layout);
        if (channel >= channels) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Output of the network: got " + channels + " channels, expected one of index " + channel);
        }
        int count = grid.size().voxels();
        float[] voxels = new float[count];
        int first = layout == Input.Layout.NDHWC ? channel : channel * count;
        int step = layout == Input.Layout.NDHWC ? channels : 1;
        for (int i = 0; i < count; i++) {
            voxels[i] = probability(tensor.values()[first + i * step]);
        }
        return new Volume(grid, voxels);
    }

    /** Compared with a threshold, "not a number" would be silence and a logit another probability: neither may pass. */
    private static float probability(float value) {
        if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Output of the network: got the value " + value + ", expected probabilities from 0 to 1");
        }
        return value;
    }

    /** Channels of an answer to so many volumes of this size; refuses an answer of another shape. */
    static int channels(Tensor tensor, int count, Size size, Input.Layout layout) {
        List<Integer> shape = tensor.shape();
        int channelAxis = layout == Input.Layout.NDHWC ? 4 : 1;
        int channels = shape.size() == 5 ? shape.get(channelAxis) : -1;
        List<Integer> expected = layout == Input.Layout.NDHWC
                ? List.of(count, size.z(), size.y(), size.x(), Math.max(channels, 1))
                : List.of(count, Math.max(channels, 1), size.z(), size.y(), size.x());
        if (!shape.equals(expected)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Output of the network: got shape " + shape + ", expected " + expected);
        }
        return channels;
    }
}
