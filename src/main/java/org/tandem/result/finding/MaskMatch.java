package org.tandem.result.finding;

import java.util.BitSet;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * How far two masks in one frame of reference are the same thing; their grids may differ.
 *
 * @param dice twice the common volume by the sum of both, 0 to 1
 * @param centred whether the centre of either lies in the other
 */
record MaskMatch(double dice, boolean centred) {

    /**
     * From here on two are the same whatever their centres: a nodule that has doubled its volume around itself has a
     * Dice of 2 · 1 / (1 + 2) = 0.67, one that has grown fivefold one of 0.33.
     */
    private static final double LEAST_DICE = 0.3;

    static MaskMatch of(Mask one, Mask other) {
        double common = one.grid().equals(other.grid()) ? commonOnOneGrid(one, other) : common(one, other);
        double both = one.volumeMm3() + other.volumeMm3();
        double dice = both == 0 ? 0 : Math.min(1, 2 * common / both);
        return new MaskMatch(dice, dice > 0 && (holds(one, centre(other)) || holds(other, centre(one))));
    }

    boolean same() {
        return centred || dice >= LEAST_DICE;
    }

    private static double commonOnOneGrid(Mask one, Mask other) {
        BitSet common = (BitSet) one.voxels().clone();
        common.and(other.voxels());
        return common.cardinality() * one.grid().voxelVolumeMm3();
    }

    /** mm³ of the one whose voxels have their centres in the other; the finer grid is walked. */
    private static double common(Mask one, Mask other) {
        boolean finer = one.grid().voxelVolumeMm3() <= other.grid().voxelVolumeMm3();
        Mask walked = finer ? one : other;
        Mask asked = finer ? other : one;
        long inside = walked.voxels().stream()
                .filter(voxel -> holds(asked, walked.grid().toPatient(index(walked.grid(), voxel))))
                .count();
        return inside * walked.grid().voxelVolumeMm3();
    }

    private static boolean holds(Mask mask, Vector3 patient) {
        Vector3 index = mask.grid().toIndex(patient);
        Size size = mask.grid().size();
        long x = Math.round(index.x());
        long y = Math.round(index.y());
        long z = Math.round(index.z());
        boolean within = x >= 0 && y >= 0 && z >= 0 && x < size.x() && y < size.y() && z < size.z();
        return within && mask.at((int) x, (int) y, (int) z);
    }

    private static Vector3 centre(Mask mask) {
        Vector3 sum = mask.voxels().stream()
                .mapToObj(voxel -> index(mask.grid(), voxel))
                .reduce(new Vector3(0, 0, 0), Vector3::plus);
        return mask.grid().toPatient(sum.times(1.0 / mask.count()));
    }

    private static Vector3 index(Grid grid, int voxel) {
        int x = grid.size().x();
        int y = grid.size().y();
        return new Vector3(voxel % x, voxel / x % y, voxel / (x * y));
    }
}
