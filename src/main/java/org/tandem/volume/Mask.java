package org.tandem.volume;

import java.util.BitSet;

/** A set of voxels of a {@link Grid}; bit {@code size.offset(x, y, z)} says whether the voxel is in. Not copied. */
public record Mask(Grid grid, BitSet voxels) {

    public boolean at(int x, int y, int z) {
        return voxels.get(grid.size().offset(x, y, z));
    }

    public int count() {
        return voxels.cardinality();
    }

    public boolean isEmpty() {
        return voxels.isEmpty();
    }

    /** Number of voxels times the volume of one. */
    public double volumeMm3() {
        return count() * grid.voxelVolumeMm3();
    }

    /** The indices of the voxel of it that is nearest to the middle of all, so that it is in it; at least one voxel. */
    public Vector3 centre() {
        Vector3 middle = middle();
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int voxel = voxels.nextSetBit(0); voxel >= 0; voxel = voxels.nextSetBit(voxel + 1)) {
            double distance = squaredMm(index(voxel).minus(middle));
            if (distance < least) {
                least = distance;
                nearest = voxel;
            }
        }
        return index(nearest);
    }

    /** The mean of the indices of its voxels, which need not be in it; at least one voxel. */
    public Vector3 middle() {
        Vector3 sum = new Vector3(0, 0, 0);
        for (int voxel = voxels.nextSetBit(0); voxel >= 0; voxel = voxels.nextSetBit(voxel + 1)) {
            sum = sum.plus(index(voxel));
        }
        return sum.times(1.0 / count());
    }

    /** The box around it, from the first voxel's centre to the last one's; at least one voxel. */
    public Shape.Box box() {
        Vector3 from = index(voxels.nextSetBit(0));
        Vector3 to = from;
        for (int voxel = voxels.nextSetBit(0); voxel >= 0; voxel = voxels.nextSetBit(voxel + 1)) {
            Vector3 at = index(voxel);
            from = new Vector3(Math.min(from.x(), at.x()), Math.min(from.y(), at.y()), Math.min(from.z(), at.z()));
            to = new Vector3(Math.max(to.x(), at.x()), Math.max(to.y(), at.y()), Math.max(to.z(), at.z()));
        }
        return new Shape.Box(from, to);
    }

    private double squaredMm(Vector3 steps) {
        double x = steps.x() * grid.spacingMm().x();
        double y = steps.y() * grid.spacingMm().y();
        double z = steps.z() * grid.spacingMm().z();
        return x * x + y * y + z * z;
    }

    private Vector3 index(int voxel) {
        Size size = grid.size();
        int row = voxel / size.x();
        int z = row / size.y();
        return new Vector3(voxel % size.x(), row % size.y(), z);
    }
}
