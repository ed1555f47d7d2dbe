package org.tandem.result.iod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CieLabTest {

    /** PS3.3 C.10.7.1.1: L* 100 is FFFFH, a* or b* 0 is 8080H. */
    @Test
    void whiteAndBlackHaveNoColour() {
        assertThat(CieLab.ofRgb(255, 255, 255)).containsExactly(0xFFFF, 0x8080, 0x8080);
        assertThat(CieLab.ofRgb(0, 0, 0)).containsExactly(0, 0x8080, 0x8080);
    }

    /** sRGB red under D50 is L* 54.29, a* 80.81, b* 69.89. */
    @Test
    void redIsWhereD50PutsIt() {
        int[] red = CieLab.ofRgb(255, 0, 0);
        assertThat(red[0] / 65535.0 * 100).isBetween(54.28, 54.30);
        assertThat(red[1] / 65535.0 * 255 - 128).isBetween(80.75, 80.85);
        assertThat(red[2] / 65535.0 * 255 - 128).isBetween(69.85, 69.95);
    }

    @Test
    void neighbouringSegmentsDiffer() {
        assertThat(CieLab.ofSegment(1)).isNotEqualTo(CieLab.ofSegment(2));
        assertThat(CieLab.ofSegment(9)).isEqualTo(CieLab.ofSegment(1));
    }
}
