package org.tandem.volume;

/**
 * One axis of a grid.
 *
 * @param originShift how the grid's origin moves when this axis is used: zero, or to the other end if it was reversed
 */
record GridAxis(int count, Vector3 direction, double spacingMm, Vector3 originShift) {

    private static final Vector3 NOWHERE = new Vector3(0, 0, 0);

    /** The axes x, y, z of a grid. */
    static GridAxis[] of(Grid grid) {
        Size size = grid.size();
        return new GridAxis[] {
            new GridAxis(size.x(), grid.axes().x(), grid.spacingMm().x(), NOWHERE),
            new GridAxis(size.y(), grid.axes().y(), grid.spacingMm().y(), NOWHERE),
            new GridAxis(size.z(), grid.axes().z(), grid.spacingMm().z(), NOWHERE)
        };
    }

    /** The same axis from its other end. */
    GridAxis reversed() {
        return new GridAxis(count, NOWHERE.minus(direction), spacingMm, direction.times((count - 1) * spacingMm));
    }
}
