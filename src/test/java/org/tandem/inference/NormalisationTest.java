package org.tandem.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tandem.model.Input.Intensity;
import org.tandem.volume.Volume;

final class NormalisationTest {

    @Test
    void dividedByTheMaximumNegativeValuesStayNegative() {
        assertThat(apply(new Intensity.DivideByMax(), -2, 0, 4)).containsExactly(-0.5f, 0, 1);
        assertThat(apply(new Intensity.DivideByMax(), -2, 0, 0)).containsExactly(0, 0, 0);
    }

    @Test
    void aWindowCutsOffOnBothSides() {
        assertThat(apply(new Intensity.Window(-100, 100), -300, 0, 300)).containsExactly(0, 0.5f, 1);
    }

    @Test
    void minAndMaxBecomeZeroAndOne() {
        assertThat(apply(new Intensity.MinMax(), 10, 15, 20)).containsExactly(0, 0.5f, 1);
        assertThat(apply(new Intensity.MinMax(), 7, 7, 7)).containsExactly(0, 0, 0);
    }

    @Test
    void zScoresHaveMeanZeroAndDeviationOne() {
        // mean 3, variance (4 + 4 + 0) / 3
        float one = (float) (2 / Math.sqrt(8 / 3.0));
        assertThat(apply(new Intensity.ZScore(), 1, 5, 3)).containsExactly(-one, one, 0);
        assertThat(apply(new Intensity.ZScore(), 7, 7, 7)).containsExactly(0, 0, 0);
    }

    @Test
    void theVolumeThatCameInIsNotChanged() {
        Volume volume = new Volume(Spheres.grid(3, 1, 1), new float[] {1, 2, 4});
        Normalisation.apply(volume, new Intensity.DivideByMax());
        assertThat(volume.voxels()).containsExactly(1, 2, 4);
    }

    private static float[] apply(Intensity intensity, float... values) {
        return Normalisation.apply(new Volume(Spheres.grid(values.length, 1, 1), values), intensity)
                .voxels();
    }
}
