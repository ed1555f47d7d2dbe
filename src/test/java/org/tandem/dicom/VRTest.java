package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VRTest {

    /** PS3.5 7.1.2, Table 7.1-1. */
    @Test
    void representationsOfLongLengthAreThoseOfTheTable() {
        assertThat(Arrays.stream(VR.values()).filter(VR::hasLongLength))
                .containsExactly(
                        VR.OB, VR.OD, VR.OF, VR.OL, VR.OV, VR.OW, VR.SQ, VR.SV, VR.UC, VR.UN, VR.UR, VR.UT, VR.UV);
        assertThat(VR.values()).hasSize(34);
    }

    @ParameterizedTest
    @CsvSource({"UI, 0", "OB, 0", "UN, 0", "CS, 32", "PN, 32", "UT, 32", "DS, 32"})
    void oddValuesArePaddedByNulOrSpace(VR vr, byte padding) {
        assertThat(vr.padding()).isEqualTo(padding);
    }

    @Test
    void everyRepresentationIsFoundByItsLettersAndNothingElseIs() {
        for (VR vr : VR.values()) {
            assertThat(VR.of(vr.name().charAt(0), vr.name().charAt(1))).contains(vr);
        }
        assertThat(VR.of('X', 'X')).isEmpty();
        assertThat(VR.of('u', 's')).isEmpty();
        assertThat(VR.of(0, 0xFF)).isEmpty();
    }
}
