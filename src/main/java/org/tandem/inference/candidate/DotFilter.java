package org.tandem.inference.candidate;

import org.tandem.volume.Size;

/**
 * How much a place is like a bright ball rather than a tube or a sheet: from the eigenvalues of the second derivatives,
 * the smallest squared over the largest, where all are negative (Li, Sone and Doi, doi:10.1118/1.1581411). Times the
 * scale squared, so that sizes can be compared.
 *
 * @param blurred values, blurred with this width
 * @param sigma in voxels
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, not compared
record DotFilter(float[] blurred, Size size, double sigma) {

    /** At a voxel that is not at the border of the grid. Where one axis bends up, not all eigenvalues are negative. */
    double at(int voxel) {
        int row = size.x();
        int slice = size.x() * size.y();
        double xx = second(voxel, 1);
        double yy = second(voxel, row);
        double zz = second(voxel, slice);
        if (xx >= 0 || yy >= 0 || zz >= 0) {
            return 0;
        }
        double[] eigenvalues = eigenvalues(
                new double[] {xx, yy, zz, mixed(voxel, 1, row), mixed(voxel, 1, slice), mixed(voxel, row, slice)});
        double weakest = eigenvalues[0];
        double strongest = eigenvalues[2];
        return weakest < 0 ? sigma * sigma * weakest * weakest / -strongest : 0;
    }

    boolean isInside(int voxel) {
        int x = voxel % size.x();
        int y = voxel / size.x() % size.y();
        int z = voxel / (size.x() * size.y());
        return x > 0 && y > 0 && z > 0 && x < size.x() - 1 && y < size.y() - 1 && z < size.z() - 1;
    }

    private double second(int voxel, int step) {
        return blurred[voxel + step] - 2.0 * blurred[voxel] + blurred[voxel - step];
    }

    private double mixed(int voxel, int one, int other) {
        return (blurred[voxel + one + other]
                        - blurred[voxel + one - other]
                        - blurred[voxel - one + other]
                        + blurred[voxel - one - other])
                / 4.0;
    }

    /** Of a symmetric matrix (xx, yy, zz, xy, xz, yz), the largest first (doi:10.1145/355578.366316). */
    static double[] eigenvalues(double[] m) {
        double off = m[3] * m[3] + m[4] * m[4] + m[5] * m[5];
        double mean = (m[0] + m[1] + m[2]) / 3;
        double spread = square(m[0] - mean) + square(m[1] - mean) + square(m[2] - mean) + 2 * off;
        double scale = Math.sqrt(spread / 6);
        if (scale == 0) {
            return new double[] {mean, mean, mean};
        }
        double x = (m[0] - mean) / scale;
        double y = (m[1] - mean) / scale;
        double z = (m[2] - mean) / scale;
        double xy = m[3] / scale;
        double xz = m[4] / scale;
        double yz = m[5] / scale;
        double half = (x * (y * z - yz * yz) - xy * (xy * z - yz * xz) + xz * (xy * yz - y * xz)) / 2;
        double angle = Math.acos(Math.max(-1, Math.min(1, half))) / 3;
        double largest = mean + 2 * scale * Math.cos(angle);
        double smallest = mean + 2 * scale * Math.cos(angle + 2 * Math.PI / 3);
        return new double[] {largest, 3 * mean - largest - smallest, smallest};
    }

    private static double square(double number) {
        return number * number;
    }
}
