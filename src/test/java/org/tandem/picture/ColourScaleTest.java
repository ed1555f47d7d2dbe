package org.tandem.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import org.junit.jupiter.api.Test;

final class ColourScaleTest {

    @Test
    void coloursGrowBrighterWithTheNumbers() {
        ColourScale scale = new ColourScale(-10, 10, "HU");
        double before = -1;
        for (double value = -10; value <= 10; value += 0.5) {
            Color colour = scale.colour(value);
            double luminance = 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
            assertThat(luminance).as("luminance at " + value).isGreaterThan(before);
            before = luminance;
        }
    }

    @Test
    void endsAndMiddleAreThoseOfTheTable() {
        ColourScale scale = new ColourScale(0, 2, "");

        assertThat(scale.colour(0)).isEqualTo(new Color(0x000004));
        assertThat(scale.colour(1)).isEqualTo(new Color(0xBC3754));
        assertThat(scale.colour(2)).isEqualTo(new Color(0xFCFFA4));
        assertThat(scale.colour(5)).as("beyond").isEqualTo(scale.colour(2));
    }

    @Test
    void aScaleOverValuesLeavesOutWhatIsNoNumber() {
        assertThat(ColourScale.over(new float[] {Float.NaN, 3, -1, Float.POSITIVE_INFINITY}, "mm"))
                .isEqualTo(new ColourScale(-1, 3, "mm"));
        assertThat(ColourScale.over(new float[] {4, 4}, "")).isEqualTo(new ColourScale(0, 1, ""));
    }

    @Test
    void aScaleWithoutExtentIsRefused() {
        assertThatThrownBy(() -> new ColourScale(1, 1, "")).hasMessageContaining("expected low < high");
    }
}
