package org.tandem.evaluate.metric;

import java.util.Arrays;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * How far apart the surfaces of two masks lie, in mm. A voxel is of the surface if one of its six neighbours is
 * outside; beyond the grid is outside. Distances are between centres of voxels.
 *
 * @param hausdorffMm the largest distance from either surface to the other. doi:10.1109/34.232073
 * @param hausdorff95Mm the larger of the two 95th percentiles. doi:10.1038/s41592-023-02151-z
 * @param meanMm over the voxels of both surfaces (average symmetric surface distance). doi:10.1109/TMI.2009.2013851
 */
public record SurfaceDistance(double hausdorffMm, double hausdorff95Mm, double meanMm) {

    private static final SurfaceDistance AGREED = new SurfaceDistance(0, 0, 0);
    private static final SurfaceDistance NONE = new SurfaceDistance(Double.NaN, Double.NaN, Double.NaN);

    /** Two empty masks are 0 apart; if one is empty there is no distance, NaN. Refuses grids of different size. */
    public static SurfaceDistance between(Mask predicted, Mask reference) {
        if (!predicted.grid().size().equals(reference.grid().size())) {
            throw new IllegalArgumentException("Surface distance: got masks of "
                    + predicted.grid().size() + " and "
                    + reference.grid().size() + ", expected one size");
        }
        if (predicted.isEmpty() || reference.isEmpty()) {
            return predicted.isEmpty() && reference.isEmpty() ? AGREED : NONE;
        }
        Box box = Box.around(predicted, reference);
        boolean[] first = surface(predicted, box);
        boolean[] second = surface(reference, box);
        Vector3 spacing = predicted.grid().spacingMm();
        double[] there = distances(first, DistanceTransform.squares(second, box.size(), spacing));
        double[] back = distances(second, DistanceTransform.squares(first, box.size(), spacing));
        return new SurfaceDistance(
                Math.max(Percentile.ofSorted(there, 100), Percentile.ofSorted(back, 100)),
                Math.max(Percentile.ofSorted(there, 95), Percentile.ofSorted(back, 95)),
                (Arrays.stream(there).sum() + Arrays.stream(back).sum()) / (there.length + back.length));
    }

    private static double[] distances(boolean[] surface, double[] squares) {
        double[] distances = new double[surface.length];
        int count = 0;
        for (int i = 0; i < surface.length; i++) {
            if (surface[i]) {
                distances[count++] = Math.sqrt(squares[i]);
            }
        }
        double[] sorted = Arrays.copyOf(distances, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The voxels of the surface within the box, which holds the whole mask. */
    private static boolean[] surface(Mask mask, Box box) {
        Size size = mask.grid().size();
        boolean[] surface = new boolean[box.size().voxels()];
        mask.voxels().stream().forEach(voxel -> {
            int x = voxel % size.x();
            int y = voxel / size.x() % size.y();
            int z = voxel / (size.x() * size.y());
            surface[box.size().offset(x - box.x(), y - box.y(), z - box.z())] = !isInner(mask, x, y, z);
        });
        return surface;
    }

    private static boolean isInner(Mask mask, int x, int y, int z) {
        Size size = mask.grid().size();
        return x > 0
                && y > 0
                && z > 0
                && x + 1 < size.x()
                && y + 1 < size.y()
                && z + 1 < size.z()
                && mask.at(x - 1, y, z)
                && mask.at(x + 1, y, z)
                && mask.at(x, y - 1, z)
                && mask.at(x, y + 1, z)
                && mask.at(x, y, z - 1)
                && mask.at(x, y, z + 1);
    }
}
