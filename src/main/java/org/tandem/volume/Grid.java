package org.tandem.volume;

/**
 * A regular grid of voxels in patient space: this is where axis order is stated for all of Tandem.
 *
 * <p>Patient coordinates are mm, LPS (+x left, +y posterior, +z head; PS3.3 C.7.6.2.1.1). Index x runs along the
 * columns of an image, y along its rows, z through the slices. Arrays are laid out z-y-x: x fastest.
 *
 * @param spacingMm distance between voxel centres along x, y, z
 * @param origin patient position of the centre of voxel (0, 0, 0)
 */
public record Grid(Size size, Axes axes, Vector3 spacingMm, Vector3 origin) {

    /** Patient position (mm, LPS) of a point given in voxel indices. */
    public Vector3 toPatient(Vector3 index) {
        return origin.plus(axes.x().times(index.x() * spacingMm.x()))
                .plus(axes.y().times(index.y() * spacingMm.y()))
                .plus(axes.z().times(index.z() * spacingMm.z()));
    }

    /** Voxel indices, with fractions, of a patient position; exact for perpendicular axes. */
    public Vector3 toIndex(Vector3 patient) {
        Vector3 offset = patient.minus(origin);
        return new Vector3(
                offset.dot(axes.x()) / spacingMm.x(),
                offset.dot(axes.y()) / spacingMm.y(),
                offset.dot(axes.z()) / spacingMm.z());
    }

    public double voxelVolumeMm3() {
        return spacingMm.x() * spacingMm.y() * spacingMm.z();
    }

    /**
     * A grid of other size over the same field of view: the outer faces of the outer voxels stay where they are, so the
     * centres of the first voxels differ by half the difference of the spacings.
     */
    public Grid resizedTo(Size other) {
        Vector3 spacing = new Vector3(
                spacingMm.x() * size.x() / other.x(),
                spacingMm.y() * size.y() / other.y(),
                spacingMm.z() * size.z() / other.z());
        Vector3 shift = spacing.minus(spacingMm).times(0.5);
        Vector3 corner = origin.plus(axes.x().times(shift.x()))
                .plus(axes.y().times(shift.y()))
                .plus(axes.z().times(shift.z()));
        return new Grid(other, axes, spacing, corner);
    }

    /**
     * A grid of other size about the same centre, with voxels of one shape: as small as they may be for the whole field
     * of view to fit in, so that along one axis at least it fits exactly.
     *
     * @param flat whether x and y only are scaled
     */
    public Grid letterboxedTo(Size other, boolean flat) {
        Grid stretched = resizedTo(other);
        Vector3 to = stretched.spacingMm();
        double edge = flat ? Math.max(to.x(), to.y()) : Math.max(Math.max(to.x(), to.y()), to.z());
        Vector3 spacing = new Vector3(edge, edge, flat ? to.z() : edge);
        Vector3 middle = new Vector3((other.x() - 1) / 2.0, (other.y() - 1) / 2.0, (other.z() - 1) / 2.0);
        Vector3 centre = stretched.toPatient(middle);
        Grid atOrigin = new Grid(other, axes, spacing, new Vector3(0, 0, 0));
        return new Grid(other, axes, spacing, centre.minus(atOrigin.toPatient(middle)));
    }

    /**
     * Other voxels of the same lattice: so many, from a voxel on, which may lie before the first one. Every centre that
     * both have is at the same place.
     */
    public Grid window(Vector3 firstIndex, Size other) {
        return new Grid(other, axes, spacingMm, toPatient(firstIndex));
    }

    /**
     * The voxels of the same lattice that fill so much about the middle; where the grid has fewer, it is extended on
     * both sides.
     *
     * @param extentMm along x, y, z; infinite where nothing is to change
     */
    public Grid aboutMiddle(Vector3 extentMm) {
        Size other = new Size(
                along(extentMm.x(), spacingMm.x(), size.x()),
                along(extentMm.y(), spacingMm.y(), size.y()),
                along(extentMm.z(), spacingMm.z(), size.z()));
        return window(
                new Vector3(
                        Math.floorDiv(size.x() - other.x(), 2),
                        Math.floorDiv(size.y() - other.y(), 2),
                        Math.floorDiv(size.z() - other.z(), 2)),
                other);
    }

    private static int along(double extentMm, double stepMm, int otherwise) {
        return Double.isInfinite(extentMm) ? otherwise : (int) Math.max(1, Math.rint(extentMm / stepMm));
    }

    /** The same voxels with x counted from its other end. */
    public Grid mirrored() {
        GridAxis x = GridAxis.of(this)[0].reversed();
        return new Grid(size, new Axes(x.direction(), axes.y(), axes.z()), spacingMm, origin.plus(x.originShift()));
    }

    /** A grid of other spacing over the same field of view, rounded up to whole voxels. */
    public Grid withSpacingNear(Vector3 otherMm) {
        return resizedTo(new Size(
                count(size.x() * spacingMm.x() / otherMm.x()),
                count(size.y() * spacingMm.y() / otherMm.y()),
                count(size.z() * spacingMm.z() / otherMm.z())));
    }

    private static int count(double voxels) {
        return (int) Math.max(1, Math.ceil(voxels - 1e-6));
    }
}
