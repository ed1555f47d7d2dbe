package org.tandem.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class SketchTest {

    @Test
    void quantilesAreRightToAHundredthOverAllMagnitudesAndSigns() {
        Sketch sketch = of(-1000, -3.5, 0, 0.001, 42, 1e6);
        assertThat(sketch.quantile(0)).isEqualTo(-1000, within(10.0));
        assertThat(sketch.quantile(2.0 / 6)).isEqualTo(-3.5, within(0.035));
        assertThat(sketch.quantile(3.0 / 6)).isZero();
        assertThat(sketch.quantile(4.0 / 6)).isEqualTo(0.001, within(0.00001));
        assertThat(sketch.quantile(5.0 / 6)).isEqualTo(42, within(0.42));
        assertThat(sketch.quantile(1)).isEqualTo(1e6, within(1e4));
    }

    @Test
    void sketchesOfPartsAddUpToTheSketchOfTheWhole() {
        assertThat(Sketch.sum(List.of(of(1, 2, 3), of(-2, 3, 5)))).isEqualTo(of(1, 2, 3, -2, 3, 5));
    }

    @Test
    void aSketchIsReadAsItWasWritten() {
        Sketch sketch = of(-7, 0, 0, 1e-300, 1e300);
        assertThat(Sketch.parse(sketch.toString())).isEqualTo(sketch);
        assertThat(Sketch.parse("")).isEqualTo(Sketch.EMPTY);
    }

    /**
     * ks_2samp(a, b, method="exact") of the same lists, before they are put into bins: D 0.055 and 0.475, p 0.99999998
     * and 0.001148.
     */
    @Test
    void theTestOfKolmogorovAndSmirnovAgreesWithSciPy() {
        Sketch one = of(powers(25, 0, 1));
        KolmogorovSmirnov near = KolmogorovSmirnov.of(one, of(powers(40, 0.3, 0.63)));
        assertThat(near.distance()).isEqualTo(0.055, within(0.01));
        assertThat(near.probability()).isEqualTo(1, within(1e-6));
        KolmogorovSmirnov far = KolmogorovSmirnov.of(one, of(powers(40, 0.5 + Math.log(1.3) / Math.log(1.1), 1)));
        assertThat(far.distance()).isEqualTo(0.475, within(1e-9));
        assertThat(far.probability()).isEqualTo(0.00115, within(0.0002));
    }

    @Test
    void thereIsNoDistanceBetweenASampleAndItself() {
        Sketch sample = of(1, 2, 3, 4, 5);
        assertThat(KolmogorovSmirnov.of(sample, sample)).isEqualTo(new KolmogorovSmirnov(0, 1));
    }

    /** 1.1 to the power of so many exponents. */
    private static double[] powers(int count, double first, double step) {
        double[] powers = new double[count];
        for (int i = 0; i < count; i++) {
            powers[i] = Math.pow(1.1, first + i * step);
        }
        return powers;
    }

    private static Sketch of(double... values) {
        return Sketch.sum(DoubleStream.of(values).mapToObj(Sketch::of).toList());
    }
}
