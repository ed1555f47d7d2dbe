package org.tandem.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class MaskTest {

    private static final Size SIZE = new Size(5, 4, 3);
    private static final Axes AXES = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
    private static final Grid GRID = new Grid(SIZE, AXES, new Vector3(1, 1, 10), new Vector3(0, 0, 0));

    @Test
    void theCentreOfABlockIsTheVoxelInItsMiddle() {
        Mask block = new Mask(GRID, new BitSet());
        for (int x = 1; x < 4; x++) {
            for (int y = 1; y < 4; y++) {
                block.voxels().set(SIZE.offset(x, y, 2));
            }
        }
        assertThat(block.centre()).isEqualTo(new Vector3(2, 2, 2));
    }

    /** The middle of the five is (2, 1, 1): in steps the first is nearest, at 10 mm, in millimetres the fourth. */
    @Test
    void theCentreIsInTheMaskEvenWhereTheMiddleIsNotAndMillimetresCount() {
        Mask scattered = new Mask(GRID, new BitSet());
        scattered.voxels().set(SIZE.offset(2, 1, 0));
        scattered.voxels().set(SIZE.offset(2, 1, 2));
        scattered.voxels().set(SIZE.offset(2, 3, 1));
        scattered.voxels().set(SIZE.offset(1, 0, 1));
        scattered.voxels().set(SIZE.offset(3, 0, 1));
        assertThat(scattered.centre()).isEqualTo(new Vector3(1, 0, 1));
    }
}
