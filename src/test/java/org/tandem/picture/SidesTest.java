package org.tandem.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.volume.Vector3;

final class SidesTest {

    /** Seen from the feet: the patient's left is on the right of the picture. */
    @Test
    void anAxialSliceHasRightAtTheLeftAndAnteriorAtTheTop() {
        Sides sides = Sides.of(new Vector3(1, 0, 0), new Vector3(0, 1, 0));

        assertThat(sides).isEqualTo(new Sides("L", "P"));
        assertThat(sides.left()).isEqualTo("R");
        assertThat(sides.up()).isEqualTo("A");
    }

    /** 30° about the x axis: rows go back and, less, to the head; 10° is not worth a letter. */
    @Test
    void anObliqueSideHasALetterForEachDirectionThatCounts() {
        double ten = Math.toRadians(10);

        assertThat(Sides.of(new Vector3(Math.cos(ten), Math.sin(ten), 0), new Vector3(0, Math.sqrt(3) / 2, 0.5)))
                .isEqualTo(new Sides("L", "PH"));
        assertThat(Sides.of(new Vector3(0, 1, 0), new Vector3(0.3, 0, -0.95)).up())
                .isEqualTo("HR");
    }

    @Test
    void aRadiographSaysItsSidesItself() {
        DataSet chest = DataSet.builder()
                .putText(Tag.PATIENT_ORIENTATION, VR.CS, "L", "F")
                .build();

        assertThat(Sides.said(chest)).contains(new Sides("L", "F"));
        assertThat(Sides.said(DataSet.EMPTY)).isEmpty();
        assertThat(Sides.said(DataSet.builder()
                        .putText(Tag.PATIENT_ORIENTATION, VR.CS, "LE", "DI")
                        .build()))
                .as("a quadruped")
                .isEmpty();
    }

    @Test
    void otherLettersAreRefused() {
        assertThatThrownBy(() -> new Sides("X", "P")).hasMessageContaining("expected 1 to 3 of R, L, A, P, H, F");
    }
}
