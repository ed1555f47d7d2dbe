package org.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

class MeasurementTest {

    /** 6 voxels of 0.7 × 0.8 × 2.5 = 1.4 mm³. */
    @Test
    void aVolumeIsItsVoxelsTimesOneVoxel() {
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
        Grid grid = new Grid(new Size(5, 5, 3), axes, new Vector3(0.7, 0.8, 2.5), new Vector3(0, 0, 0));
        BitSet six = new BitSet();
        six.set(3, 9);
        Mask mask = new Mask(grid, six);
        assertThat(Measurement.VOLUME_MM3.valueOf(mask)).isCloseTo(8.4, within(1e-12));
        assertThat(Measurement.VOLUME_CM3.valueOf(mask)).isCloseTo(0.0084, within(1e-15));
    }

    @Test
    void aMeasurementIsFoundByItsKey() {
        assertThat(Measurement.find("volume_cm3")).hasValue(Measurement.VOLUME_CM3);
        assertThat(Measurement.find("volume_ml")).isEmpty();
        assertThat(Measurement.keys()).isEqualTo("volume_mm3, volume_cm3");
    }
}
