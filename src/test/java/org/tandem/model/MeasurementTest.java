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
import org.tandem.volume.Volume;

class MeasurementTest {

    private static final Axes AXES = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
    private static final Grid GRID =
            new Grid(new Size(5, 5, 3), AXES, new Vector3(0.7, 0.8, 2.5), new Vector3(0, 0, 0));

    /** 6 voxels of 0.7 × 0.8 × 2.5 = 1.4 mm³. */
    @Test
    void aVolumeIsItsVoxelsTimesOneVoxel() {
        MeasuredRegion six = region(3, 4, 5, 6, 7, 8);
        assertThat(Measurement.VOLUME_MM3.valueOf(six)).isCloseTo(8.4, within(1e-12));
        assertThat(Measurement.VOLUME_CM3.valueOf(six)).isCloseTo(0.0084, within(1e-15));
        assertThat(Measurement.AREA_MM2.valueOf(six)).isCloseTo(3.36, within(1e-12));
        assertThat(Measurement.VOXEL_COUNT.valueOf(six)).isEqualTo(6);
    }

    /** Values 3, 4, 10, 11: mean 7, variance (16 + 9 + 9 + 16) / 4 = 12.5. */
    @Test
    void statisticsAreThoseOfTheVoxelsInTheMask() {
        MeasuredRegion four = region(3, 4, 10, 11);
        assertThat(Measurement.MEAN.valueOf(four)).isEqualTo(7);
        assertThat(Measurement.STANDARD_DEVIATION.valueOf(four)).isCloseTo(Math.sqrt(12.5), within(1e-12));
        assertThat(Measurement.MINIMUM.valueOf(four)).isEqualTo(3);
        assertThat(Measurement.MAXIMUM.valueOf(four)).isEqualTo(11);
        assertThat(Measurement.MEDIAN.valueOf(four)).isEqualTo(7);
        assertThat(Measurement.MEDIAN.valueOf(region(3, 4, 11))).isEqualTo(4);
    }

    /**
     * Four voxels of a row, from half-way before the first to half-way behind the last: 4 · 0.7 = 2.8 mm; across, one
     * voxel: 0.8 mm. In the slice above, one voxel only.
     */
    @Test
    void axesAreMeasuredOnTheSliceWhereTheMaskIsLongest() {
        MeasuredRegion row = region(5, 6, 7, 8, 25 + 6);
        assertThat(Measurement.LONG_AXIS_MM.valueOf(row)).isCloseTo(2.8, within(1e-12));
        assertThat(Measurement.SHORT_AXIS_MM.valueOf(row)).isCloseTo(0.8, within(1e-12));
        MeasuredRegion column = region(2, 7, 12);
        assertThat(Measurement.LONG_AXIS_MM.valueOf(column)).isCloseTo(2.4, within(1e-12));
        assertThat(Measurement.SHORT_AXIS_MM.valueOf(column)).isCloseTo(0.7, within(1e-12));
    }

    /** A disc of radius 20 mm in pixels of 0.25 mm: its diameter, to a pixel, in every direction. */
    @Test
    void aDiscIsAsLongAsItIsWide() {
        Grid fine = new Grid(new Size(200, 200, 1), AXES, new Vector3(0.25, 0.25, 1), new Vector3(0, 0, 0));
        BitSet disc = new BitSet();
        for (int i = 0; i < 40_000; i++) {
            disc.set(i, Math.hypot(i % 200 - 99.5, i / 200 - 99.5) <= 80);
        }
        MeasuredRegion region = new MeasuredRegion(new Mask(fine, disc), new Volume(fine, new float[40_000]));
        assertThat(Measurement.LONG_AXIS_MM.valueOf(region)).isCloseTo(40, within(0.25));
        assertThat(Measurement.SHORT_AXIS_MM.valueOf(region)).isCloseTo(40, within(0.25));
    }

    @Test
    void aMeasurementIsFoundByItsKey() {
        assertThat(Measurement.find("volume_cm3")).hasValue(Measurement.VOLUME_CM3);
        assertThat(Measurement.find("volume_ml")).isEmpty();
        assertThat(Measurement.keys())
                .isEqualTo("volume_mm3, volume_cm3, area_mm2, long_axis_mm, short_axis_mm, voxel_count, mean,"
                        + " standard_deviation, minimum, maximum, median");
    }

    /** Voxel i has the value i. */
    private static MeasuredRegion region(int... voxels) {
        BitSet set = new BitSet();
        for (int voxel : voxels) {
            set.set(voxel);
        }
        float[] values = new float[GRID.size().voxels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return new MeasuredRegion(new Mask(GRID, set), new Volume(GRID, values));
    }
}
