package org.tandem.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Numbers that can be checked by hand with the formulas of 15444-1 Annex F. */
final class WaveletTest {

    private static final int[] NONE = {};

    /** High: 9 - (1+2)/2 = 8, 8 - (2+3)/2 = 6; low: 1 + (8+8+2)/4 = 5, 2 + (8+6+2)/4 = 6, 3 + (6+6+2)/4 = 6. */
    @Test
    void reversibleRowThatBeginsEven() {
        int[] row = new int[5];
        new Line53(0, 5).join(new int[] {5, 6, 6}, new int[] {8, 6}, 0, row, 0);

        assertThat(row).containsExactly(1, 9, 2, 8, 3);
    }

    /** High: 9 - 2 = 7, 8 - 2 = 6; low: 2 + (7+6+2)/4 = 5. */
    @Test
    void reversibleRowThatBeginsOdd() {
        int[] row = new int[3];
        new Line53(1, 3).join(new int[] {5}, new int[] {7, 6}, 0, row, 0);

        assertThat(row).containsExactly(9, 2, 8);
    }

    @Test
    void reversibleColumnsAreAsRows() {
        int[] column = new Wavelet53()
                .join(new Area(0, 0, 1, 5), new Wavelet.Bands<>(new int[] {5, 6, 6}, NONE, new int[] {8, 6}, NONE));

        assertThat(column).containsExactly(1, 9, 2, 8, 3);
    }

    @Test
    void aSingleOddSampleIsHalved() {
        Wavelet.Bands<int[]> bands = new Wavelet.Bands<>(NONE, NONE, NONE, new int[] {12});

        assertThat(new Wavelet53().join(new Area(3, 3, 4, 4), bands)).containsExactly(3);
    }

    @Test
    void irreversibleTransformKeepsWhatIsConstant() {
        float[] flat = new Wavelet97()
                .join(
                        new Area(0, 0, 4, 4),
                        new Wavelet.Bands<>(new float[] {7, 7, 7, 7}, new float[4], new float[4], new float[4]));

        assertThat(flat).hasSize(16);
        for (float sample : flat) {
            assertThat(sample).isCloseTo(7, within(1e-4f));
        }
    }

    /** Neither direction has neighbours: a low-pass sample stays, a high-pass one is halved. */
    @Test
    void irreversibleSingleSamples() {
        float[] none = {};
        Wavelet97 wavelet = new Wavelet97();
        float[] even = wavelet.join(new Area(0, 0, 1, 1), new Wavelet.Bands<>(new float[] {7}, none, none, none));
        float[] odd = wavelet.join(new Area(1, 1, 2, 2), new Wavelet.Bands<>(none, none, none, new float[] {28}));

        assertThat(even[0]).isCloseTo(7, within(1e-4f));
        assertThat(odd[0]).isCloseTo(7, within(1e-4f));
    }
}
