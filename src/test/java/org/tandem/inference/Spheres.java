package org.tandem.inference;

import java.util.BitSet;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/** Volumes that hold a bright ball on black, whose mask can be worked out. */
public final class Spheres {

    private Spheres() {}

    /** A grid of 2×2×3 mm voxels about the origin, axes as in axial slices. */
    public static Grid grid(int x, int y, int z) {
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
        return new Grid(new Size(x, y, z), axes, new Vector3(2, 2, 3), new Vector3(-x + 1, -y + 1, -1.5 * (z - 1)));
    }

    /** Voxels whose centres lie within the ball about the centre. */
    public static Mask ball(Grid grid, Vector3 centre, double radiusMm) {
        BitSet set = new BitSet();
        Size size = grid.size();
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    if (grid.toPatient(new Vector3(x, y, z)).minus(centre).length() <= radiusMm) {
                        set.set(size.offset(x, y, z));
                    }
                }
            }
        }
        return new Mask(grid, set);
    }

    /** 1 in the mask, 0 elsewhere. */
    public static Volume volume(Mask mask) {
        float[] voxels = new float[mask.grid().size().voxels()];
        mask.voxels().stream().forEach(i -> voxels[i] = 1);
        return new Volume(mask.grid(), voxels);
    }
}
