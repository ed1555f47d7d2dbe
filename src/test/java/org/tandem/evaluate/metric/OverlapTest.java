package org.tandem.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

final class OverlapTest {

    @Test
    void diceIsTwiceTheSharedVoxelsOverAllVoxels() {
        // {0,1,2} and {1,2,3,4}: 2 shared, 7 in all, 4/7
        Overlap overlap = Overlap.of(mask(5, 0, 1, 2), mask(5, 1, 2, 3, 4));
        assertThat(overlap).isEqualTo(new Overlap(2, 3, 4));
        assertThat(overlap.dice()).isEqualTo(4.0 / 7);
    }

    @Test
    void twoEmptyMasksAgree() {
        assertThat(Overlap.of(mask(5), mask(5)).dice()).isEqualTo(1);
    }

    @Test
    void masksOfDifferentSizeAreRefused() {
        assertThatThrownBy(() -> Overlap.of(mask(5), mask(6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected one size");
    }

    private static Mask mask(int voxels, int... in) {
        BitSet set = new BitSet();
        for (int i : in) {
            set.set(i);
        }
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
        return new Mask(new Grid(new Size(voxels, 1, 1), axes, new Vector3(1, 1, 1), new Vector3(0, 0, 0)), set);
    }
}
