package org.tandem.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ResamplingTest {

    @Test
    void betweenTwoVoxelsTheValueIsInterpolated() {
        Volume two = new Volume(Phantoms.grid(2, 1, 1), new float[] {10, 20});
        Grid quarter = new Grid(new Size(1, 1, 1), Phantoms.AXIAL, new Vector3(1, 1, 1), new Vector3(0.25, 0, 0));
        assertThat(Resampling.linear(two, quarter, 0).voxels()).containsExactly(12.5f);
    }

    @Test
    void outsideTheOuterFacesTheFillValueHoldsAndInsideThemTheNearestValue() {
        Volume two = new Volume(Phantoms.grid(2, 1, 1), new float[] {10, 20});
        Grid wide = new Grid(new Size(5, 1, 1), Phantoms.AXIAL, new Vector3(0.7, 1, 1), new Vector3(-1.1, 0, 0));
        // positions −1.1, −0.4, 0.3, 1.0, 1.7
        assertThat(Resampling.linear(two, wide, -1).voxels()).containsExactly(-1, 10, 13, 20, -1);
    }

    @Test
    void aLinearRampIsReproducedOnAnObliqueGridOfAnotherSpacing() {
        Volume ramp = Phantoms.ramp(Phantoms.grid(20, 20, 20));
        double c = Math.cos(0.4);
        double s = Math.sin(0.4);
        Axes turned = new Axes(new Vector3(c, s, 0), new Vector3(-s, c, 0), new Vector3(0, 0, 1));
        Grid oblique = new Grid(new Size(5, 6, 7), turned, new Vector3(0.9, 0.8, 1.3), new Vector3(8, 3, 2));
        Volume resampled = Resampling.linear(ramp, oblique, Float.NaN);
        Volume expected = Phantoms.ramp(oblique);
        for (int i = 0; i < expected.voxels().length; i++) {
            assertThat(resampled.voxels()[i]).isEqualTo(expected.voxels()[i], within(1e-4f));
        }
    }

    @Test
    void toTheSameGridNothingChanges() {
        Volume ramp = Phantoms.ramp(Phantoms.grid(3, 4, 5));
        assertThat(Resampling.linear(ramp, ramp.grid(), 0).voxels()).isEqualTo(ramp.voxels());
    }

    @Test
    void aResizedGridCoversTheSameFieldOfView() {
        Grid resized = Phantoms.grid(4, 6, 8).resizedTo(new Size(2, 2, 2));
        assertThat(resized.spacingMm()).isEqualTo(new Vector3(2, 3, 4));
        // the first face lies at −0.5 mm, so the first centres at −0.5 + half the new spacing
        assertThat(resized.origin()).isEqualTo(new Vector3(0.5, 1, 1.5));
    }
}
