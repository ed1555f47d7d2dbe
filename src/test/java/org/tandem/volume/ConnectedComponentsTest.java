package org.tandem.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class ConnectedComponentsTest {

    @Test
    void theLargestPartIsKept() {
        // row of 7: two parts, 0-1 and 3-5
        assertThat(largest(Phantoms.grid(7, 1, 1), 0, 1, 3, 4, 5)).isEqualTo(set(3, 4, 5));
    }

    @Test
    void voxelsThatTouchByAnEdgeOnlyAreApart() {
        // 2×2: voxels 0 and 3 share a corner; voxel 0 comes first
        assertThat(largest(Phantoms.grid(2, 2, 1), 0, 3)).isEqualTo(set(0));
    }

    @Test
    void theEndOfARowDoesNotTouchTheBeginningOfTheNext() {
        assertThat(largest(Phantoms.grid(3, 2, 1), 2, 3)).isEqualTo(set(2));
    }

    @Test
    void slicesTouchByTheirFaces() {
        assertThat(largest(Phantoms.grid(2, 2, 3), 0, 4, 8, 3)).isEqualTo(set(0, 4, 8));
    }

    @Test
    void anEmptyMaskStaysEmpty() {
        assertThat(largest(Phantoms.grid(2, 2, 2))).isEqualTo(new BitSet());
    }

    private static BitSet largest(Grid grid, int... voxels) {
        return ConnectedComponents.largest(new Mask(grid, set(voxels))).voxels();
    }

    private static BitSet set(int... voxels) {
        BitSet set = new BitSet();
        for (int voxel : voxels) {
            set.set(voxel);
        }
        return set;
    }
}
