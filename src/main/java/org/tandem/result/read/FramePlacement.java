package org.tandem.result.read;

import java.util.OptionalInt;
import org.tandem.volume.Grid;
import org.tandem.volume.Vector3;

/** Which slice of a grid a frame is, pixel on voxel. */
final class FramePlacement {

    /** How far a frame may lie off a slice, as a share of the slice distance; that much is rounding of positions. */
    private static final double OFF_SLICE = 0.01;

    /** How far any corner may lie off its voxel, in pixels. */
    private static final double OFF_PIXEL = 0.1;

    private final Grid grid;
    private final int columns;
    private final int rows;

    FramePlacement(Grid grid, int columns, int rows) {
        this.grid = grid;
        this.columns = columns;
        this.rows = rows;
    }

    /** The slice, where the frame has one size with it and every corner lies on its voxel. */
    OptionalInt slice(ReadFrame frame) {
        if (frame.plane().isEmpty()
                || columns != grid.size().x()
                || rows != grid.size().y()) {
            return OptionalInt.empty();
        }
        FramePlane plane = frame.plane().get();
        int slice = (int) Math.round(grid.toIndex(plane.position()).z());
        boolean onSlice = slice >= 0
                && slice < grid.size().z()
                && near(plane, 0, 0, slice)
                && near(plane, columns - 1, 0, slice)
                && near(plane, 0, rows - 1, slice);
        return onSlice ? OptionalInt.of(slice) : OptionalInt.empty();
    }

    private boolean near(FramePlane plane, int column, int row, int slice) {
        Vector3 index = grid.toIndex(plane.toPatient(column, row));
        return Math.abs(index.x() - column) < OFF_PIXEL
                && Math.abs(index.y() - row) < OFF_PIXEL
                && Math.abs(index.z() - slice) < OFF_SLICE;
    }
}
