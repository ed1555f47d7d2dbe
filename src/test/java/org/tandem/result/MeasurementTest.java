package org.tandem.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Mask;

class MeasurementTest {

    /** 6 voxels of 0.7 × 0.8 × 2.5 = 1.4 mm³. */
    @Test
    void aVolumeIsItsVoxelsTimesOneVoxel() {
        Mask nodule = Phantom.mask(Phantom.ct().volume().grid(), Phantom.NODULE_PIXELS);
        assertThat(Measurement.VOLUME_MM3.valueOf(nodule)).isCloseTo(8.4, within(1e-12));
        assertThat(Measurement.VOLUME_CM3.valueOf(nodule)).isCloseTo(0.0084, within(1e-15));
    }

    @Test
    void anUnknownKeyIsRefusedWithThoseThatAreKnown() {
        assertThat(Measurement.of("volume_cm3")).isEqualTo(Measurement.VOLUME_CM3);
        assertThatThrownBy(() -> Measurement.of("volume_ml"))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("volume_ml")
                .hasMessageContaining("volume_mm3, volume_cm3");
    }
}
