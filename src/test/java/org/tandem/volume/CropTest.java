package org.tandem.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class CropTest {

    private final Grid grid = Phantoms.grid(6, 5, 4);

    @Test
    void aBoxIsGrownByMillimetresToWholeVoxelsThatAreThere() {
        Shape.Box box = new Shape.Box(new Vector3(2, 1, 1), new Vector3(3, 2, 2));
        assertThat(Crop.around(grid, box, 0)).isEqualTo(new Crop(grid, 2, 1, 1, new Size(2, 2, 2)));
        // 1.2 mm of voxels of 1 mm: from 0.8 and −0.2, to 4.2 and 3.2
        assertThat(Crop.around(grid, box, 1.2)).isEqualTo(new Crop(grid, 1, 0, 0, new Size(4, 4, 4)));
        assertThat(Crop.around(grid, box, 100)).isEqualTo(new Crop(grid, 0, 0, 0, grid.size()));
    }

    @Test
    void aBlockKeepsValuesAndPlaces() {
        Volume ramp = Phantoms.ramp(grid);
        Crop crop = new Crop(grid, 2, 1, 1, new Size(3, 2, 2));
        assertThat(crop.of(ramp).voxels()).isEqualTo(Phantoms.ramp(crop.grid()).voxels());
        Volume restored = crop.restored(crop.of(ramp), -1);
        assertThat(restored.voxels()[grid.size().offset(2, 1, 1)])
                .isEqualTo(ramp.voxels()[grid.size().offset(2, 1, 1)]);
        assertThat(restored.voxels()[grid.size().offset(1, 1, 1)]).isEqualTo(-1);
        assertThat(crop.of(restored)).usingRecursiveComparison().isEqualTo(crop.of(ramp));
    }

    @Test
    void aMaskOfABlockLiesOnTheSameVoxelsAgain() {
        Crop crop = new Crop(grid, 2, 1, 1, new Size(3, 2, 2));
        BitSet inBlock = new BitSet();
        inBlock.set(crop.size().offset(0, 0, 0));
        inBlock.set(crop.size().offset(2, 1, 1));
        Mask restored = crop.restored(new Mask(crop.grid(), inBlock));
        assertThat(restored.count()).isEqualTo(2);
        assertThat(restored.at(2, 1, 1)).isTrue();
        assertThat(restored.at(4, 2, 2)).isTrue();
        assertThat(restored.box()).isEqualTo(new Shape.Box(new Vector3(2, 1, 1), new Vector3(4, 2, 2)));
    }

    @Test
    void aBlockThatReachesBeyondTheGridIsRefused() {
        assertThatThrownBy(() -> new Crop(grid, 4, 0, 0, new Size(3, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected it within");
    }
}
