package org.tandem.volume;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A block of whole voxels of a grid; what is worked out on it lies on the grid's own voxels again.
 *
 * @param whole the grid
 * @param x first column of the block
 * @param y first row
 * @param z first slice
 * @param size of the block
 */
public record Crop(Grid whole, int x, int y, int z, Size size) {

    public Crop {
        boolean inside = x >= 0
                && y >= 0
                && z >= 0
                && x + size.x() <= whole.size().x()
                && y + size.y() <= whole.size().y()
                && z + size.z() <= whole.size().z();
        if (!inside) {
            throw new IllegalArgumentException(
                    "Block of " + size + " from " + x + ", " + y + ", " + z + ": expected it within " + whole.size());
        }
    }

    /**
     * The voxels that lie in or touch a box given in indices of the grid, and a margin about it, as far as there are
     * any.
     */
    public static Crop around(Grid grid, Shape.Box box, double marginMm) {
        Size size = grid.size();
        Vector3 spacing = grid.spacingMm();
        int x = first(box.from().x() - marginMm / spacing.x(), size.x());
        int y = first(box.from().y() - marginMm / spacing.y(), size.y());
        int z = first(box.from().z() - marginMm / spacing.z(), size.z());
        return new Crop(
                grid,
                x,
                y,
                z,
                new Size(
                        1 + last(box.to().x() + marginMm / spacing.x(), x, size.x()) - x,
                        1 + last(box.to().y() + marginMm / spacing.y(), y, size.y()) - y,
                        1 + last(box.to().z() + marginMm / spacing.z(), z, size.z()) - z));
    }

    /** Voxel i reaches from i − 0.5 to i + 0.5. */
    private static int first(double from, int extent) {
        return (int) Math.max(0, Math.min(extent - 1, Math.floor(from + 0.5)));
    }

    private static int last(double to, int first, int extent) {
        return (int) Math.max(first, Math.min(extent - 1, Math.ceil(to - 0.5)));
    }

    /** The block as a grid of its own. */
    public Grid grid() {
        return new Grid(size, whole.axes(), whole.spacingMm(), whole.toPatient(corner()));
    }

    /** Where its first voxel lies in the whole. */
    public Vector3 corner() {
        return new Vector3(x, y, z);
    }

    /** The block of a volume on the whole grid. */
    public Volume of(Volume volume) {
        float[] voxels = new float[size.voxels()];
        forEachRow((whole, block) -> System.arraycopy(volume.voxels(), whole, voxels, block, size.x()));
        return new Volume(grid(), voxels);
    }

    /** A volume on the block, within the whole; around it there is this value. */
    public Volume restored(Volume block, float around) {
        float[] voxels = new float[whole.size().voxels()];
        if (around != 0) {
            Arrays.fill(voxels, around);
        }
        forEachRow((to, from) -> System.arraycopy(block.voxels(), from, voxels, to, size.x()));
        return new Volume(whole, voxels);
    }

    /** A mask on the block, within the whole. */
    public Mask restored(Mask block) {
        BitSet voxels = new BitSet(whole.size().voxels());
        forEachRow((to, from) -> {
            for (int i = block.voxels().nextSetBit(from);
                    i >= 0 && i < from + size.x();
                    i = block.voxels().nextSetBit(i + 1)) {
                voxels.set(to + i - from);
            }
        });
        return new Mask(whole, voxels);
    }

    private interface Row {
        void at(int inWhole, int inBlock);
    }

    private void forEachRow(Row row) {
        for (int dz = 0; dz < size.z(); dz++) {
            for (int dy = 0; dy < size.y(); dy++) {
                row.at(whole.size().offset(x, y + dy, z + dz), size.offset(0, dy, dz));
            }
        }
    }
}
