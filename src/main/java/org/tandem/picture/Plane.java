package org.tandem.picture;

import java.awt.geom.Point2D;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * One slice of a grid as a picture: which axis of the grid runs to the right and which downwards, and which of them are
 * turned round so that the head is up and the patient's left is on the right.
 */
public record Plane(Grid grid, Cut cut, Side right, Side down) {

    /** Across which axis (0 x, 1 y, 2 z), and where, in voxels. */
    public record Cut(int axis, int index) {}

    /** An axis of the grid along one side of the picture. */
    public record Side(int axis, boolean reversed) {}

    /** A slice as it was acquired: columns to the right, rows downwards. */
    public static Plane acquired(int z, Grid grid) {
        return new Plane(grid, new Cut(2, z), new Side(0, false), new Side(1, false));
    }

    /** The slice across this axis (0 x, 1 y, 2 z) at this index. */
    public static Plane across(int axis, int index, Grid grid) {
        int first = axis == 0 ? 1 : 0;
        int second = axis == 2 ? 1 : 2;
        boolean firstIsDown = downwards(direction(grid, first)) > downwards(direction(grid, second));
        int rightAxis = firstIsDown ? second : first;
        int downAxis = firstIsDown ? first : second;
        Side right = new Side(rightAxis, rightwards(direction(grid, rightAxis)) < 0);
        Side down = new Side(downAxis, direction(grid, downAxis).dot(DOWN_THEN_BACK) < 0);
        return new Plane(grid, new Cut(axis, index), right, down);
    }

    /** Towards the feet, or, in an axial slice, towards the back. */
    private static final Vector3 DOWN_THEN_BACK = new Vector3(0, 0.1, -1);

    private static final Vector3 LEFT_THEN_BACK = new Vector3(1, 0.1, 0);

    int columns() {
        return extent(right.axis());
    }

    int rows() {
        return extent(down.axis());
    }

    double pixelWidthMm() {
        return spacing(right.axis());
    }

    double pixelHeightMm() {
        return spacing(down.axis());
    }

    Sides sides() {
        return Sides.of(towards(right), towards(down));
    }

    /** Where a point, given in voxel indices, lies on the picture: 0 is the corner of the first pixel. */
    public Point2D onPicture(Vector3 index) {
        return new Point2D.Double(along(right, index) + 0.5, along(down, index) + 0.5);
    }

    /** Where the voxel at this column and row of the picture stands in the array. */
    int offset(int column, int row) {
        int[] index = new int[3];
        index[cut.axis()] = cut.index();
        index[right.axis()] = right.reversed() ? columns() - 1 - column : column;
        index[down.axis()] = down.reversed() ? rows() - 1 - row : row;
        return grid.size().offset(index[0], index[1], index[2]);
    }

    private Vector3 towards(Side side) {
        return direction(grid, side.axis()).times(side.reversed() ? -1 : 1);
    }

    private double along(Side side, Vector3 index) {
        double at = side.axis() == 0 ? index.x() : side.axis() == 1 ? index.y() : index.z();
        return side.reversed() ? extent(side.axis()) - 1 - at : at;
    }

    private int extent(int axis) {
        Size size = grid.size();
        return axis == 0 ? size.x() : axis == 1 ? size.y() : size.z();
    }

    private double spacing(int axis) {
        Vector3 spacing = grid.spacingMm();
        return axis == 0 ? spacing.x() : axis == 1 ? spacing.y() : spacing.z();
    }

    private static Vector3 direction(Grid grid, int axis) {
        return axis == 0
                ? grid.axes().x()
                : axis == 1 ? grid.axes().y() : grid.axes().z();
    }

    /** How much an axis deserves to be the vertical one: along the body most, front to back next. */
    private static double downwards(Vector3 direction) {
        return Math.abs(direction.z()) + 0.1 * Math.abs(direction.y());
    }

    private static double rightwards(Vector3 direction) {
        return direction.dot(LEFT_THEN_BACK);
    }
}
