package org.tandem.inference.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Output;
import org.tandem.model.Sought;
import org.tandem.volume.Grid;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/** Local maxima of heat maps. A map may be coarser than the network's grid, over the same field of view. */
record PeakReading(Output.Detection output, Layouts layouts, double radiusMm) {

    /** Maxima that reach the threshold, on the network's grid. */
    List<Found> read(Answers answers, Grid network) {
        Tensor map = answers.require(output.tensor());
        if (!Answers.isSpatial(map)) {
            throw Layouts.refusal(
                    "\"" + output.tensor() + "\" of shape " + map.shape() + ", expected a map over the whole exam");
        }
        Grid grid = network.resizedTo(size(map));
        List<Found> found = new ArrayList<>();
        for (Sought sought : output.classes()) {
            Volume heat = layouts.probability(map, sought.channel(), grid);
            for (Found peak : apart(peaks(heat, sought.channel()), grid)) {
                Vector3 onNetwork = network.toIndex(grid.toPatient(peak.shape().centre()));
                found.add(new Found(peak.channel(), new Shape.Point(onNetwork), peak.score()));
            }
        }
        return found;
    }

    private Size size(Tensor map) {
        int first = layouts.layout().isChannelLast() ? 1 : 2;
        List<Integer> shape = map.shape();
        return new Size(shape.get(first + 2), shape.get(first + 1), shape.get(first));
    }

    private List<Found> peaks(Volume heat, int channel) {
        double threshold = output.selection().operatingPoint().threshold();
        Size size = heat.grid().size();
        List<Found> peaks = new ArrayList<>();
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    float value = heat.at(x, y, z);
                    if (value >= threshold && isPeak(heat, x, y, z)) {
                        peaks.add(new Found(channel, new Shape.Point(new Vector3(x, y, z)), value));
                    }
                }
            }
        }
        return peaks;
    }

    /** No neighbour is higher, and none before it in the array as high: of a plateau the first voxel. */
    private static boolean isPeak(Volume heat, int x, int y, int z) {
        Size size = heat.grid().size();
        float value = heat.at(x, y, z);
        int own = size.offset(x, y, z);
        for (int nz = Math.max(0, z - 1); nz <= Math.min(size.z() - 1, z + 1); nz++) {
            for (int ny = Math.max(0, y - 1); ny <= Math.min(size.y() - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(size.x() - 1, x + 1); nx++) {
                    int other = size.offset(nx, ny, nz);
                    float neighbour = heat.voxels()[other];
                    if (neighbour > value || (other < own && neighbour == value)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The higher ones first; of two that are too near the lower one goes. */
    private List<Found> apart(List<Found> peaks, Grid grid) {
        List<Found> kept = new ArrayList<>();
        for (Found peak : peaks.stream()
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .toList()) {
            Vector3 here = grid.toPatient(peak.shape().centre());
            boolean alone = kept.stream()
                    .allMatch(other ->
                            grid.toPatient(other.shape().centre()).minus(here).length() >= radiusMm);
            if (alone) {
                kept.add(peak);
            }
        }
        return kept;
    }
}
