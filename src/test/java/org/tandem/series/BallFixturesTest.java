package org.tandem.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/** The balls of test-dicom lie where its README says, whatever kind of image they are drawn in. */
final class BallFixturesTest {

    static Stream<Arguments> balls() {
        return Stream.of(
                Arguments.of("ct-sphere", -400, 14_162, new Vector3(5, -8, 102)),
                Arguments.of("ct-sphere-oblique", -400, 14_162, new Vector3(5, -8, 102)),
                Arguments.of("ct-multiframe", -450, 7192.5, new Vector3(12, 30, -45)),
                Arguments.of("pet-small", 13_000, 11_328, new Vector3(-20, 14, 60)));
    }

    @ParameterizedTest
    @MethodSource("balls")
    void aBallLiesWhereItWasDrawnAndHasItsVolume(String set, float threshold, double volumeMm3, Vector3 centre)
            throws IOException {
        Volume volume = read(set);
        Size size = volume.grid().size();
        Vector3 sum = new Vector3(0, 0, 0);
        int count = 0;
        for (int i = 0; i < size.voxels(); i++) {
            if (volume.voxels()[i] > threshold) {
                count++;
                sum = sum.plus(new Vector3(i % size.x(), i / size.x() % size.y(), i / (size.x() * size.y())));
            }
        }
        Vector3 centroid = volume.grid().toPatient(sum.times(1.0 / count));
        assertThat(count * volume.grid().voxelVolumeMm3()).isCloseTo(volumeMm3, within(0.1));
        // cutting half way moves the centroid by a part of a voxel; those of PET have 4 mm
        double voxelMm = Math.cbrt(volume.grid().voxelVolumeMm3());
        assertThat(centroid.minus(centre).length()).isLessThan(voxelMm / 14);
    }

    private static Volume read(String set) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-dicom", set))) {
            List<Path> instances = files.sorted().toList();
            return ((Reading.Read) VolumeReader.read(instances)).series().volume();
        }
    }
}
