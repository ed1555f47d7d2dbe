package org.tandem.inference;

import java.util.List;
import org.tandem.dicom.TandemException;
import org.tandem.model.Input;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/** Lays volumes out as tensors and back: batch of one, axes D, H, W (z, y, x of the grid), channel last or second. */
final class Channels {

    private Channels() {}

    /** One volume as a tensor of one channel. */
    static Tensor pack(Volume volume, Input.Layout layout) {
        Size size = volume.grid().size();
        return layout == Input.Layout.NDHWC
                ? Tensor.of(volume.voxels(), 1, size.z(), size.y(), size.x(), 1)
                : Tensor.of(volume.voxels(), 1, 1, size.z(), size.y(), size.x());
    }

    /** One channel of a tensor as a volume on this grid; refuses a tensor of another shape, naming it. */
    static Volume unpack(Tensor tensor, int channel, Grid grid, Input.Layout layout) {
        int channels = channels(tensor, grid, layout);
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
            voxels[i] = tensor.values()[first + i * step];
        }
        return new Volume(grid, voxels);
    }

    private static int channels(Tensor tensor, Grid grid, Input.Layout layout) {
        Size size = grid.size();
        List<Integer> shape = tensor.shape();
        int channelAxis = layout == Input.Layout.NDHWC ? 4 : 1;
        int channels = shape.size() == 5 ? shape.get(channelAxis) : -1;
        List<Integer> expected = layout == Input.Layout.NDHWC
                ? List.of(1, size.z(), size.y(), size.x(), Math.max(channels, 1))
                : List.of(1, Math.max(channels, 1), size.z(), size.y(), size.x());
        if (!shape.equals(expected)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Output of the network: got shape " + shape + ", expected " + expected);
        }
        return channels;
    }
}
