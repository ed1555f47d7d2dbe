package org.tandem.result.show;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.tandem.result.read.FramePlane;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/** What of a grid lies in a plane: for each pixel of the plane the nearest voxel. */
record PlaneCut(FramePlane plane, int columns, int rows) {

    @FunctionalInterface
    private interface Visitor {
        void visit(int pixel, int voxel);
    }

    /** The pixels of each mask that has any there. */
    Map<Integer, BitSet> of(Map<Integer, Mask> masks) {
        Map<Integer, BitSet> pixels = new TreeMap<>();
        if (!masks.isEmpty()) {
            Grid grid = masks.values().iterator().next().grid();
            forEach(
                    grid,
                    (pixel, voxel) -> masks.forEach((number, mask) -> {
                        if (mask.voxels().get(voxel)) {
                            pixels.computeIfAbsent(number, n -> new BitSet()).set(pixel);
                        }
                    }));
        }
        return pixels;
    }

    /** The values there; NaN beyond the volume. */
    float[] of(Volume volume) {
        float[] values = new float[columns * rows];
        Arrays.fill(values, Float.NaN);
        forEach(volume.grid(), (pixel, voxel) -> values[pixel] = volume.voxels()[voxel]);
        return values;
    }

    private void forEach(Grid grid, Visitor visitor) {
        Size size = grid.size();
        Vector3 step = grid.toIndex(plane.toPatient(1, 0)).minus(grid.toIndex(plane.toPatient(0, 0)));
        for (int row = 0; row < rows; row++) {
            Vector3 start = grid.toIndex(plane.toPatient(0, row));
            for (int column = 0; column < columns; column++) {
                long x = Math.round(start.x() + column * step.x());
                long y = Math.round(start.y() + column * step.y());
                long z = Math.round(start.z() + column * step.z());
                if (x >= 0 && y >= 0 && z >= 0 && x < size.x() && y < size.y() && z < size.z()) {
                    visitor.visit(row * columns + column, size.offset((int) x, (int) y, (int) z));
                }
            }
        }
    }
}
