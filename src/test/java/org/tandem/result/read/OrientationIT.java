package org.tandem.result.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.evaluate.data.NrrdFile;
import org.tandem.result.Judge;
import org.tandem.volume.Vector3;

/** The same as {@link OrientationTest}, as toolkits of others see it. */
final class OrientationIT {

    private final Path folder;

    OrientationIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void highdicomSeesTheMarkerWithinHalfAVoxelOfItsPlace() throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of(Path.of("etc", "judges", "foreign_results.py").toString(), "read", folder.toString()));
        for (ScannedPhantom phantom : ScannedPhantom.values()) {
            arguments.add(write(phantom).toString());
        }
        Judge.Verdict verdict = Judge.python().run(arguments.toArray(String[]::new));
        assertThat(verdict.exitCode()).as(verdict.output()).isZero();
        for (ScannedPhantom phantom : ScannedPhantom.values()) {
            Vector3 centre = centre(ForeignReading.of(folder, phantom.ordinal()));
            assertThat(phantom.voxelsFromMarker(centre)).as(phantom.name()).isLessThan(OrientationTest.HALF);
        }
    }

    @Test
    void dcmqiSeesTheMarkerWithinHalfAVoxelOfItsPlace() throws Exception {
        String programs = System.getenv("TANDEM_DCMQI_BIN");
        if (programs == null) {
            System.err.println("SKIPPED a check by dcmqi: TANDEM_DCMQI_BIN is not set");
        }
        assumeTrue(programs != null, "TANDEM_DCMQI_BIN is not set");
        for (ScannedPhantom phantom : ScannedPhantom.values()) {
            Path out = Files.createDirectories(folder.resolve(phantom + "-dcmqi"));
            Process process = new ProcessBuilder(
                            Path.of(programs, "segimage2itkimage").toString(),
                            "--inputDICOM",
                            write(phantom).toString(),
                            "--outputDirectory",
                            out.toString(),
                            "-t",
                            "nrrd")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).as(phantom.name()).isZero();
            Vector3 centre = OrientationTest.centre(NrrdFile.readMask(out.resolve("1.nrrd")));
            assertThat(phantom.voxelsFromMarker(centre)).as(phantom.name()).isLessThan(OrientationTest.HALF);
        }
    }

    private Path write(ScannedPhantom phantom) throws Exception {
        Path file = folder.resolve(phantom + ".dcm");
        DicomFileWriter.write(
                file, phantom.segmented(folder.resolve(phantom.name())).toFile());
        return file;
    }

    private static Vector3 centre(ForeignReading reading) {
        Vector3 sum = new Vector3(0, 0, 0);
        int count = 0;
        for (int voxel = 0; voxel < reading.voxels(); voxel++) {
            if (reading.value(0, voxel) > 0) {
                sum = sum.plus(reading.patient(voxel));
                count++;
            }
        }
        return sum.times(1.0 / count);
    }
}
