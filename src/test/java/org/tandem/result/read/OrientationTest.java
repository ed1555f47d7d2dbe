package org.tandem.result.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** However the patient lay and the scanner cut: the mask is where the marker is. */
final class OrientationTest {

    /** Of a voxel, along each axis. */
    static final double HALF = 0.5;

    @ParameterizedTest
    @EnumSource
    void theMarkerIsReadBackWithinHalfAVoxelOfItsPlaceInThePatient(ScannedPhantom phantom, @TempDir Path folder)
            throws IOException {
        Mask mask = SegmentationReader.read(phantom.segmented(folder).toFile())
                .masks()
                .get(1);
        assertThat(mask.count()).isGreaterThan(50);
        assertThat(phantom.voxelsFromMarker(centre(mask))).isLessThan(HALF);
    }

    /** The mean place of all voxels, mm in the patient. */
    static Vector3 centre(Mask mask) {
        Size size = mask.grid().size();
        Vector3 sum = mask.voxels().stream()
                .mapToObj(voxel -> mask.grid()
                        .toPatient(new Vector3(
                                voxel % size.x(),
                                Math.floorDiv(voxel, size.x()) % size.y(),
                                Math.floorDiv(voxel, size.x() * size.y()))))
                .reduce(new Vector3(0, 0, 0), Vector3::plus);
        return sum.times(1.0 / mask.count());
    }
}
