package org.tandem.volume;

import java.util.stream.IntStream;

/**
 * Brings values from one grid onto another by trilinear interpolation between voxel centres, through patient space: the
 * grids may differ in size, spacing, order of axes and angle.
 *
 * <p>Between the centres of the outermost voxels and their outer faces the nearest value holds; beyond the faces, the
 * fill value.
 */
public final class Resampling {

    /** Rounding that a position on an outer face is forgiven, in voxels. */
    private static final double FACE_TOLERANCE = 1e-6;

    private final Volume source;
    private final float fill;

    private Resampling(Volume source, float fill) {
        this.source = source;
        this.fill = fill;
    }

    /** The volume on another grid. Slices are computed side by side on the common pool. */
    public static Volume linear(Volume source, Grid target, float fill) {
        if (source.grid().equals(target)) {
            return source;
        }
        return new Volume(target, new Resampling(source, fill).onto(target));
    }

    /**
     * The same with what is finer than the voxels of the target smoothed away first, so that a coarser grid does not
     * take single voxels for the whole ({@link Antialiasing}).
     */
    public static Volume antialiased(Volume source, Grid target, float fill) {
        return source.grid().equals(target) ? source : Antialiasing.onto(source, target, fill);
    }

    private float[] onto(Grid target) {
        Grid grid = source.grid();
        Vector3 start = grid.toIndex(target.origin());
        Vector3 stepX = grid.toIndex(target.toPatient(new Vector3(1, 0, 0))).minus(start);
        Vector3 stepY = grid.toIndex(target.toPatient(new Vector3(0, 1, 0))).minus(start);
        Vector3 stepZ = grid.toIndex(target.toPatient(new Vector3(0, 0, 1))).minus(start);
        Size size = target.size();
        float[] values = new float[size.voxels()];
        IntStream.range(0, size.z()).parallel().forEach(z -> {
            for (int y = 0; y < size.y(); y++) {
                Vector3 row = start.plus(stepY.times(y)).plus(stepZ.times(z));
                int offset = size.offset(0, y, z);
                for (int x = 0; x < size.x(); x++) {
                    values[offset + x] = at(row.x() + x * stepX.x(), row.y() + x * stepX.y(), row.z() + x * stepX.z());
                }
            }
        });
        return values;
    }

    /** The value at a position in voxel indices of the source. */
    private float at(double x, double y, double z) {
        Size size = source.grid().size();
        if (outside(x, size.x()) || outside(y, size.y()) || outside(z, size.z())) {
            return fill;
        }
        double insideX = Math.min(Math.max(x, 0), size.x() - 1);
        double insideY = Math.min(Math.max(y, 0), size.y() - 1);
        double insideZ = Math.min(Math.max(z, 0), size.z() - 1);
        int x0 = (int) insideX;
        int y0 = (int) insideY;
        int z0 = (int) insideZ;
        int offset = size.offset(x0, y0, z0);
        int toX = x0 + 1 < size.x() ? 1 : 0;
        int toY = y0 + 1 < size.y() ? size.x() : 0;
        int toZ = z0 + 1 < size.z() ? size.x() * size.y() : 0;
        double fractionX = insideX - x0;
        double fractionY = insideY - y0;
        double near = plane(offset, toX, toY, fractionX, fractionY);
        double far = plane(offset + toZ, toX, toY, fractionX, fractionY);
        return (float) (near + (far - near) * (insideZ - z0));
    }

    private double plane(int offset, int toX, int toY, double fractionX, double fractionY) {
        float[] v = source.voxels();
        double upper = v[offset] + (v[offset + toX] - v[offset]) * fractionX;
        double lower = v[offset + toY] + (v[offset + toY + toX] - v[offset + toY]) * fractionX;
        return upper + (lower - upper) * fractionY;
    }

    /** Whether a position in voxel indices lies beyond the outer faces. */
    static boolean isOutside(Vector3 index, Size size) {
        return outside(index.x(), size.x()) || outside(index.y(), size.y()) || outside(index.z(), size.z());
    }

    private static boolean outside(double index, int count) {
        return index < -0.5 - FACE_TOLERANCE || index > count - 0.5 + FACE_TOLERANCE;
    }
}
