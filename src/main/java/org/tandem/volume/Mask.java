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
}
