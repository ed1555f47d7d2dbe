package org.tandem.inference.candidate;

import java.util.BitSet;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;

/** Grows and shrinks masks by faces of voxels. Beyond the grid, a mask goes on as at its border. */
final class Morphology {

    private Morphology() {}

    /** Fills what is narrower than twice so many voxels: notches, vessels, things at the wall. */
    static Mask close(Mask mask, int voxels) {
        Size size = mask.grid().size();
        BitSet set = grown(mask.voxels(), voxels, size);
        set.flip(0, size.voxels());
        BitSet shrunk = grown(set, voxels, size);
        shrunk.flip(0, size.voxels());
        return new Mask(mask.grid(), shrunk);
    }

    /** From the second step on, only what was added in the step before can grow. */
    private static BitSet grown(BitSet set, int steps, Size size) {
        BitSet grown = (BitSet) set.clone();
        BitSet added = set;
        for (int i = 0; i < steps; i++) {
            added = neighbours(added, grown, size);
            grown.or(added);
        }
        return grown;
    }

    private static BitSet neighbours(BitSet of, BitSet but, Size size) {
        BitSet neighbours = new BitSet(size.voxels());
        int row = size.x();
        int slice = size.x() * size.y();
        for (int voxel = of.nextSetBit(0); voxel >= 0; voxel = of.nextSetBit(voxel + 1)) {
            int x = voxel % row;
            int y = voxel / row % size.y();
            add(neighbours, x > 0, voxel - 1);
            add(neighbours, x + 1 < row, voxel + 1);
            add(neighbours, y > 0, voxel - row);
            add(neighbours, y + 1 < size.y(), voxel + row);
            add(neighbours, voxel >= slice, voxel - slice);
            add(neighbours, voxel + slice < size.voxels(), voxel + slice);
        }
        neighbours.andNot(but);
        return neighbours;
    }

    private static void add(BitSet set, boolean inGrid, int voxel) {
        if (inGrid) {
            set.set(voxel);
        }
    }
}
