package org.tandem.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrientationTest {

    @Test
    void axialSlicesTowardsTheHeadAreSplAlready() {
        Grid grid = Phantoms.grid(2, 3, 4);
        assertThat(new Orientation("SPL").of(grid)).isEqualTo(grid);
    }

    @Test
    void aTurnedAxisBeginsAtItsOtherEnd() {
        Grid turned = new Orientation("SAR").of(Phantoms.grid(2, 3, 4));
        assertThat(turned.origin()).isEqualTo(new Vector3(1, 2, 0));
        assertThat(turned.axes().x()).isEqualTo(new Vector3(-1, 0, 0));
        assertThat(turned.axes().y()).isEqualTo(new Vector3(0, -1, 0));
    }

    @Test
    void lettersNameTheSlowestAxisFirst() {
        Grid turned = new Orientation("LPS").of(Phantoms.grid(2, 3, 4));
        assertThat(turned.size()).isEqualTo(new Size(4, 3, 2));
        assertThat(turned.axes().z()).isEqualTo(new Vector3(1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RAS", "LPI", "SPL", "IAR", "ASL", "PRS"})
    void everyVoxelKeepsItsValueAndComesBack(String letters) {
        Volume ramp = Phantoms.ramp(Phantoms.grid(3, 4, 5));
        Volume turned = Resampling.linear(ramp, new Orientation(letters).of(ramp.grid()), Float.NaN);
        assertThat(turned.voxels()).containsExactly(Phantoms.ramp(turned.grid()).voxels());
        assertThat(Resampling.linear(turned, ramp.grid(), Float.NaN).voxels()).containsExactly(ramp.voxels());
    }

    @Test
    void anObliqueGridTakesTheNearestAxes() {
        double c = Math.cos(0.5);
        double s = Math.sin(0.5);
        Axes sagittal = new Axes(new Vector3(0, c, -s), new Vector3(0, -s, -c), new Vector3(-1, 0, 0));
        Grid grid = new Grid(new Size(2, 3, 4), sagittal, new Vector3(1, 1, 1), new Vector3(0, 0, 0));
        Grid turned = new Orientation("SPL").of(grid);
        assertThat(turned.size()).isEqualTo(new Size(4, 2, 3));
        assertThat(turned.axes().x().x()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LLS", "XYZ", "LP", ""})
    void whatIsNoOrientationIsRefused(String letters) {
        assertThatThrownBy(() -> new Orientation(letters)).hasMessageContaining("Not an orientation");
    }
}
