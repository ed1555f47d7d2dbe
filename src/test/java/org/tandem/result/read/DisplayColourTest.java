package org.tandem.result.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.result.iod.CieLab;

class DisplayColourTest {

    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0x808080, 0x80AE80, 0x123456})
    void aColourThatWasWrittenIsReadBack(int rgb) {
        int[] lab = CieLab.ofRgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);

        DisplayColour read = DisplayColour.ofCieLab(lab[0], lab[1], lab[2]);

        assertThat(read).isEqualTo(DisplayColour.ofRgb(rgb));
        assertThat(read.rgb()).isEqualTo(rgb);
    }
}
