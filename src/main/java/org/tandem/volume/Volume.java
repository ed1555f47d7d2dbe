package org.tandem.volume;

/**
 * Values on a {@link Grid}, one a voxel, laid out z-y-x, in the unit of the modality (HU for CT).
 *
 * @param voxels as many as the grid has; not copied: whoever made the volume must not change it afterwards
 */
@SuppressWarnings("ArrayRecordComponent")
public record Volume(Grid grid, float[] voxels) {

    public Volume {
        if (voxels.length != grid.size().voxels()) {
            throw new IllegalArgumentException(
                    "Voxels of a volume: got " + voxels.length + ", expected " + grid.size());
        }
    }

    public float at(int x, int y, int z) {
        return voxels[grid.size().offset(x, y, z)];
    }
}
