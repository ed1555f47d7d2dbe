package org.tandem.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the sum of cosines of T.81 A.3.3. */
final class InverseTransformTest {

    @Test
    void aMeanIsAnEighthOfItsCoefficientAroundTheCentre() {
        short[] samples = new short[64];
        new InverseTransform(8).applyMean(80, samples, 0, 8);
        assertThat(samples).containsOnly((short) 138); // 128 + 80 / 8

        new InverseTransform(12).applyMean(-80, samples, 0, 8);
        assertThat(samples).containsOnly((short) 2038); // 2048 - 80 / 8
    }

    @Test
    void aMeanAloneComesOutAsByTheWholeTransform() {
        for (int precision : new int[] {8, 12}) {
            InverseTransform transform = new InverseTransform(precision);
            for (int mean = -1100; mean <= 1100; mean++) {
                short[] quick = new short[64];
                short[] whole = new short[64];
                int[] block = new int[64];
                block[0] = mean;
                transform.applyMean(mean, quick, 0, 8);
                transform.apply(block, whole, 0, 8);
                assertThat(quick).isEqualTo(whole);
            }
        }
    }

    @Test
    void samplesAreHeldToTheirRange() {
        short[] samples = new short[64];
        new InverseTransform(8).applyMean(2000, samples, 0, 8);
        assertThat(samples).containsOnly((short) 255);
        new InverseTransform(12).applyMean(-30_000, samples, 0, 8);
        assertThat(samples).containsOnly((short) 0);
    }

    @Test
    void anyBlockIsWithinOneOfTheSumOfCosinesAndItsCoefficientsAreCleared() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            int[] block = new int[64];
            for (int i = 0; i < 1 + trial % 64; i++) {
                block[random.nextInt(64)] = random.nextInt(200) - 100;
            }
            int[] given = block.clone();
            short[] samples = new short[64];

            new InverseTransform(8).apply(block, samples, 0, 8);

            assertThat(block).containsOnly(0);
            for (int i = 0; i < 64; i++) {
                double exact = Math.max(0, Math.min(255, 128 + sumOfCosines(given, i / 8, i % 8)));
                assertThat((double) samples[i]).isBetween(exact - 1, exact + 1);
            }
        }
    }

    private static double sumOfCosines(int[] block, int y, int x) {
        double sum = 0;
        for (int v = 0; v < 8; v++) {
            for (int u = 0; u < 8; u++) {
                double scale = (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1);
                sum += scale
                        * block[v * 8 + u]
                        * Math.cos((2 * x + 1) * u * Math.PI / 16)
                        * Math.cos((2 * y + 1) * v * Math.PI / 16);
            }
        }
        return sum / 4;
    }
}
