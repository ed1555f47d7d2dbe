package org.tandem.result.iod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;

class DecimalStringTest {

    @Test
    void whatFitsIsWrittenAsItIs() {
        assertThat(DecimalString.of(2.5)).isEqualTo("2.5");
        assertThat(DecimalString.of(5)).isEqualTo("5");
        assertThat(DecimalString.of(0)).isEqualTo("0");
        assertThat(DecimalString.of(1000)).isEqualTo("1000");
        assertThat(DecimalString.of(-0.125)).isEqualTo("-0.125");
    }

    @Test
    void whatDoesNotFitIsRoundedToSixteenCharacters() {
        assertThat(DecimalString.of(1.0 / 3)).isEqualTo("0.33333333333333");
        assertThat(DecimalString.of(-1.0 / 3)).isEqualTo("-0.3333333333333");
        assertThat(DecimalString.of(1e-30)).isEqualTo("1E-30");
    }

    @Test
    void everyNumberFitsAndComesBackNearly() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            double number = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            String text = DecimalString.of(number);
            assertThat(text).hasSizeLessThanOrEqualTo(16);
            assertThat(Double.parseDouble(text)).isCloseTo(number, within(Math.abs(number) * 1e-8));
        }
    }

    @Test
    void aNumberForPeopleHasFewerDigits() {
        assertThat(DecimalString.of(1549934.6194545, 9)).isEqualTo("1549934.62");
        assertThat(DecimalString.of(0.1 + 0.2, 9)).isEqualTo("0.3");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> DecimalString.of(Double.NaN)).isInstanceOf(TandemException.class);
    }
}
