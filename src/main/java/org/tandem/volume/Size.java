package org.tandem.volume;

/** Numbers of voxels along x (columns), y (rows) and z (slices) of a {@link Grid}; each at least 1. */
public record Size(int x, int y, int z) {

    public Size {
        if (x < 1 || y < 1 || z < 1 || (long) x * y * z > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "Size of a grid: got " + x + "×" + y + "×" + z + ", expected each ≥ 1 and their product < 2³¹");
        }
    }

    public int voxels() {
        return x * y * z;
    }

    /** Where voxel (x, y, z) stands in an array laid out z-y-x (x fastest). */
    public int offset(int atX, int atY, int atZ) {
        return (atZ * y + atY) * x + atX;
    }
}
