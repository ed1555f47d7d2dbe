package org.tandem.result.pr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tandem.result.Phantom;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;

class OutlineTest {

    private final Grid phantom = Phantom.ct().volume().grid();

    @Test
    void onePixelIsASquareAroundIt() {
        Mask mask = Phantom.mask(phantom, "00000 00000 00100 00000 00000");
        assertThat(Outline.of(mask, 0)).containsExactly(new int[] {2, 2, 3, 2, 3, 3, 2, 3, 2, 2});
        assertThat(Outline.of(mask, 1)).isEmpty();
    }

    @Test
    void aHoleIsALineOfItsOwnTheOtherWayRound() {
        Mask ring = Phantom.mask(phantom, "00000 01110 01010 01110 00000");
        assertThat(Outline.of(ring, 0))
                .containsExactly(new int[] {1, 1, 4, 1, 4, 4, 1, 4, 1, 1}, new int[] {2, 3, 3, 3, 3, 2, 2, 2, 2, 3});
    }

    @Test
    void pixelsThatTouchAtACornerAreTwo() {
        assertThat(Outline.of(Phantom.mask(phantom, "00000 01000 00100 00000 00000"), 0))
                .hasSize(2);
    }

    @Test
    void fillingTheLinesGivesTheMaskAgain() {
        Grid grid = new Grid(new Size(23, 17, 3), phantom.axes(), phantom.spacingMm(), phantom.origin());
        Random random = new Random(1);
        for (double density : new double[] {0.05, 0.3, 0.5, 0.8, 1}) {
            BitSet voxels = new BitSet();
            for (int i = 0; i < grid.size().voxels(); i++) {
                voxels.set(i, random.nextDouble() < density);
            }
            Mask mask = new Mask(grid, voxels);
            for (int z = 0; z < 3; z++) {
                List<int[]> lines = Outline.of(mask, z);
                for (int i = 0; i < 23 * 17; i++) {
                    int x = i % 23;
                    int y = i / 23;
                    assertThat(inside(lines, x, y)).as("%d, %d", x, y).isEqualTo(mask.at(x, y, z));
                }
            }
        }
    }

    /** Whether a ray to the left from the middle of a pixel crosses upright edges an odd number of times. */
    private static boolean inside(List<int[]> lines, int x, int y) {
        int crossings = 0;
        for (int[] line : lines) {
            for (int i = 0; i + 3 < line.length; i += 2) {
                boolean upright = line[i] == line[i + 2];
                boolean reaches = Math.min(line[i + 1], line[i + 3]) <= y && y < Math.max(line[i + 1], line[i + 3]);
                crossings += upright && reaches && line[i] <= x ? 1 : 0;
            }
        }
        return crossings % 2 == 1;
    }
}
