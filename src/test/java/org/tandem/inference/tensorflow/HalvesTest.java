package org.tandem.inference.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HalvesTest {

    /** Bits as numpy's float16 has them. */
    @ParameterizedTest
    @CsvSource({
        "1, 3C00",
        "-2, C000",
        "0.1, 2E66",
        "65504, 7BFF",
        "65519.99, 7BFF",
        "65520, 7C00",
        "1e10, 7C00",
        "-1e10, FC00",
        "5.9604645e-8, 0001",
        "2.9802322e-8, 0000",
        "4.470348e-8, 0001",
        "6.1035156e-5, 0400",
        "6.1e-5, 03FF",
        "-0.0, 8000",
        "1.00048828125, 3C00",
        "1.00146484375, 3C02",
        "NaN, 7E00"
    })
    void aHalfIsTheNearestOneAndOfTwoAsNearTheEvenOne(float value, String bits) {
        assertThat(String.format("%04X", Halves.half(value) & 0xFFFF)).isEqualTo(bits);
    }

    @Test
    void everyHalfIsItselfAgainAsAFloat() {
        for (int bits = 0; bits < 0x10000; bits++) {
            float value = Halves.fromHalf((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(Halves.half(value) & 0xFFFF).isEqualTo(bits);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 3F80", "0.1, 3DCD", "-3, C040", "1.00390625, 3F80", "1.01171875, 3F82", "3.4e38, 7F80", "NaN, 7FC0"
    })
    void aBrainFloatIsTheUpperHalfOfAFloatRounded(float value, String bits) {
        assertThat(String.format("%04X", Halves.brainFloat(value) & 0xFFFF)).isEqualTo(bits);
    }

    @Test
    void everyBrainFloatIsItselfAgainAsAFloat() {
        for (int bits = 0; bits < 0x10000; bits++) {
            float value = Halves.fromBrainFloat((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(Halves.brainFloat(value) & 0xFFFF).isEqualTo(bits);
            }
        }
    }
}
