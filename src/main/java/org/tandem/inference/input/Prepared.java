package org.tandem.inference.input;

import java.util.List;
import org.tandem.volume.Grid;

/**
 * What a network is to see: values on its own grid, brought into range.
 *
 * @param channels values of each channel, laid out as in a volume; not copied
 */
public record Prepared(Grid grid, List<float[]> channels) {

    public Prepared {
        channels = List.copyOf(channels);
        for (float[] channel : channels) {
            if (channel.length != grid.size().voxels()) {
                throw new IllegalArgumentException(
                        "Channel: got " + channel.length + " values, expected " + grid.size());
            }
        }
    }
}
