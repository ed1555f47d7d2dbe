package org.tandem.inference.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.model.Input;
import org.tandem.model.Input.Affine;
import org.tandem.model.Input.Channels;
import org.tandem.model.Input.Intensity;

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
    void aFixedScaleCutsNothingOff() {
        assertThat(apply(new Intensity.Fixed(-100, 100), -300, 0, 300)).containsExactly(-1, 0.5f, 2);
        Input.Values inside = new Input.Values(
                Channels.GREY, new Intensity.Fixed(0, 10), Optional.of(0.0), List.of(new Affine(2, -1)));
        assertThat(apply(inside, new float[] {-5, 0, 5, 20})).containsExactly(-1, -1, 0, 3);
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
        assertThat(apply(new Intensity.ZScore(), 1, 5, 3)).containsExactly(new float[] {-one, one, 0}, within(1e-6f));
        assertThat(apply(new Intensity.ZScore(), 7, 7, 7)).containsExactly(0, 0, 0);
    }

    @Test
    void percentilesLieStraightBetweenValues() {
        // of 0, 1 … 10 the 10th percentile is 1 and the 90th is 9
        assertThat(apply(new Intensity.Percentiles(10, 90), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                .containsExactly(new float[] {0, 0, .125f, .25f, .375f, .5f, .625f, .75f, .875f, 1, 1}, within(1e-6f));
    }

    @Test
    void statisticsAreOfWhatIsInsideAndTheRestIsZero() {
        Input.Values values = new Input.Values(Channels.GREY, new Intensity.MinMax(), Optional.of(0.0), List.of());
        assertThat(apply(values, new float[] {-50, 0, 10, 15, 20})).containsExactly(0, 0, 0, 0.5f, 1);
    }

    @Test
    void eachChannelHasItsOwnMeanAndDeviation() {
        List<Affine> affine = List.of(new Affine(2, -1), new Affine(4, 0), new Affine(1, 1));
        Input.Values values = new Input.Values(Channels.RGB, new Intensity.AsIs(), Optional.empty(), affine);
        List<float[]> done =
                new Normalisation(values).apply(List.of(new float[] {0.5f}, new float[] {0.5f}, new float[] {0.5f}));
        assertThat(done).containsExactly(new float[] {0}, new float[] {2}, new float[] {1.5f});
    }

    @Test
    void whatCameInIsNotChanged() {
        float[] values = {1, 2, 4};
        apply(new Intensity.DivideByMax(), values);
        assertThat(values).containsExactly(1, 2, 4);
    }

    private static float[] apply(Intensity intensity, float... values) {
        return apply(new Input.Values(Channels.GREY, intensity, Optional.empty(), List.of()), values);
    }

    private static float[] apply(Input.Values how, float[] values) {
        return new Normalisation(how).apply(List.of(values)).get(0);
    }
}
