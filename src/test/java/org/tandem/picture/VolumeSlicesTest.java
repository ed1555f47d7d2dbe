package org.tandem.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

final class VolumeSlicesTest {

    /** Axial slices of a patient on the back, z to the head. */
    private static final Grid AXIAL = new Grid(
            new Size(3, 2, 4),
            new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)),
            new Vector3(0.5, 0.7, 2),
            new Vector3(0, 0, 0));

    @Test
    void aSliceAcrossTheBodyHasTheHeadUp() {
        Plane coronal = Plane.across(1, 0, AXIAL);
        View view = VolumeSlices.of(volume(), List.of()).view(coronal);

        assertThat(view.sides()).contains(new Sides("L", "F"));
        assertThat(view.columns()).isEqualTo(3);
        assertThat(view.rows()).isEqualTo(4);
        assertThat(view.size()).isEqualTo(new View.PixelSize(0.5, 2, true));
    }

    /** Voxel (2, 0, 3) is at the right and, z being turned round, in the topmost row. */
    @Test
    void regionsAndPointsLieWhereTheirVoxelsAre() {
        BitSet voxels = new BitSet();
        voxels.set(AXIAL.size().offset(2, 0, 3));
        Plane coronal = Plane.across(1, 0, AXIAL);

        Region region = VolumeSlices.region(new Mask(AXIAL, voxels), coronal, Color.RED);

        assertThat(region.pixels().stream()).containsExactly(2);
        assertThat(coronal.onPicture(new Vector3(2, 0, 3))).isEqualTo(new Point2D.Double(2.5, 0.5));
        assertThat(Plane.acquired(3, AXIAL).onPicture(new Vector3(2, 1, 3))).isEqualTo(new Point2D.Double(2.5, 1.5));
    }

    /** Window 40/400, PS3.3 C.11.2.1.2.1: −160 and below black, 240 white, 40 in the middle (0.50125). */
    @Test
    void theWindowOfTheImageIsUsed() {
        DataSet header = DataSet.builder()
                .putText(Tag.WINDOW_CENTER, VR.DS, "40")
                .putText(Tag.WINDOW_WIDTH, VR.DS, "400")
                .build();
        View view = VolumeSlices.of(volume(-160, 40, 240), header).view(Plane.acquired(0, AXIAL));

        assertThat(view.pixels().getRGB(0, 0) & 0xFF).isZero();
        assertThat(view.pixels().getRGB(1, 0) & 0xFF).isEqualTo(128);
        assertThat(view.pixels().getRGB(2, 0) & 0xFF).isEqualTo(255);
    }

    @Test
    void lowValuesOfMonochrome1AreBright() {
        DataSet header = DataSet.builder()
                .putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME1")
                .build();
        View view = VolumeSlices.of(volume(-160, 40, 240), header).view(Plane.acquired(0, AXIAL));

        assertThat(view.pixels().getRGB(0, 0) & 0xFF).isEqualTo(255);
        assertThat(view.pixels().getRGB(2, 0) & 0xFF).isZero();
    }

    @Test
    void aColourPictureKeepsItsColours() {
        View view = VolumeSlices.of(volume(), List.of(volume(200), volume(100), volume(50)))
                .view(Plane.acquired(0, AXIAL));

        assertThat(view.pixels().getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xC86432);
    }

    private static Volume volume(float... first) {
        float[] voxels = new float[AXIAL.size().voxels()];
        System.arraycopy(first, 0, voxels, 0, first.length);
        return new Volume(AXIAL, voxels);
    }
}
