package org.tandem.evaluate.data;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** Where a NIfTI-1 image lies: by sform, else by qform, else by spacing alone (methods 3, 2 and 1 of nifti1.h). */
record NiftiGeometry(Path file, ByteBuffer header) {

    private static final double PERPENDICULAR_TOLERANCE = 1e-3;

    Grid grid(Size size) {
        if (header.getShort(254) > 0) {
            return grid(size, column(0), column(1), column(2), column(3));
        }
        Vector3 spacing = new Vector3(spacing(1), spacing(2), spacing(3));
        Vector3[] turned = header.getShort(252) > 0 ? quaternion() : unturned();
        Vector3 origin = header.getShort(252) > 0
                ? new Vector3(header.getFloat(268), header.getFloat(272), header.getFloat(276))
                : new Vector3(0, 0, 0);
        return grid(
                size, turned[0].times(spacing.x()), turned[1].times(spacing.y()), turned[2].times(spacing.z()), origin);
    }

    /** Steps and origin as NIfTI has them, pointing right and front; turned into ours, left and back. */
    private Grid grid(Size size, Vector3 x, Vector3 y, Vector3 z, Vector3 origin) {
        Vector3 spacing = new Vector3(x.length(), y.length(), z.length());
        Axes axes = new Axes(lps(x).unit(), lps(y).unit(), lps(z).unit());
        double volume = axes.x().cross(axes.y()).dot(axes.z());
        if (!(Math.abs(volume) > 1 - PERPENDICULAR_TOLERANCE)) {
            throw NiftiFile.refused(file, "sform or qform", "axes that are sheared or zero", "perpendicular axes");
        }
        return new Grid(size, axes, spacing, lps(origin));
    }

    private static Vector3 lps(Vector3 ras) {
        return new Vector3(-ras.x(), -ras.y(), ras.z());
    }

    /** A column of the affine matrix whose rows are srow_x, srow_y, srow_z. */
    private Vector3 column(int index) {
        return new Vector3(
                header.getFloat(280 + 4 * index), header.getFloat(296 + 4 * index), header.getFloat(312 + 4 * index));
    }

    private double spacing(int axis) {
        double spacing = Math.abs(header.getFloat(76 + 4 * axis));
        return spacing > 0 && Double.isFinite(spacing) ? spacing : 1;
    }

    private static Vector3[] unturned() {
        return new Vector3[] {new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)};
    }

    /** The rotation of quatern_b, c, d; a is what makes the length 1. qfac of -1 mirrors the third axis. */
    private Vector3[] quaternion() {
        double b = header.getFloat(256);
        double c = header.getFloat(260);
        double d = header.getFloat(264);
        double a = Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
        double mirror = header.getFloat(76) < 0 ? -1 : 1;
        return new Vector3[] {
            new Vector3(a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c)),
            new Vector3(2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b)),
            new Vector3(2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c).times(mirror)
        };
    }
}
