package org.tandem.evaluate.metric;

import org.tandem.volume.Mask;
import org.tandem.volume.Size;

/** The smallest part of a grid, in voxels, that holds given voxels: its first voxel and its size. */
record Box(int x, int y, int z, Size size) {

    /** Around the voxels of both; at least one must have a voxel. */
    static Box around(Mask one, Mask other) {
        Size grid = one.grid().size();
        int[] low = {grid.x(), grid.y(), grid.z()};
        int[] high = {-1, -1, -1};
        for (Mask mask : new Mask[] {one, other}) {
            mask.voxels().stream().forEach(voxel -> {
                int[] at = {voxel % grid.x(), voxel / grid.x() % grid.y(), voxel / (grid.x() * grid.y())};
                for (int axis = 0; axis < 3; axis++) {
                    low[axis] = Math.min(low[axis], at[axis]);
                    high[axis] = Math.max(high[axis], at[axis]);
                }
            });
        }
        return new Box(
                low[0], low[1], low[2], new Size(high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1));
    }
}
