package org.tandem.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.SeriesVolume;

/** What dcmtk, dicom3tools, GDCM, pydicom and highdicom say of results of each kind of source. */
class ResultIT {

    private final Path folder;

    ResultIT(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> sources() {
        return Stream.of(
                Arguments.of("CT", Phantom.ct()),
                Arguments.of("MR", Phantom.mr()),
                Arguments.of("enhanced MR", Phantom.enhancedMr()),
                Arguments.of("oblique MR", Phantom.oblique()),
                Arguments.of("CT of a patient named in kanji", Phantom.ct(Phantom::withJapaneseName)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void dciodvfyFindsNoErrorAndNoWarningButTheKnown(String name, SeriesVolume source) throws Exception {
        List<Path> files = write(Phantom.input(source));
        files.addAll(write(Phantom.input(source, Phantom.NOTHING, Phantom.NOTHING)));
        for (Path file : files) {
            String said = new Judge("dciodvfy").run(file.toString()).output();
            assertThat(said.lines()).isNotEmpty().noneMatch(line -> line.startsWith("Error"));
            assertThat(said.lines().filter(line -> line.startsWith("Warning"))).allMatch(ResultIT::isKnown);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void dsrdumpPrintsTheTree(String name, SeriesVolume source) throws Exception {
        List<Path> files = write(Phantom.input(source));
        Judge.Verdict verdict =
                new Judge("dsrdump").run("+Pc", "+Pt", files.get(1).toString());
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.output())
                .contains("(126000,DCM,\"Imaging Measurement Report\")=SEPARATE>  # TID 1500 (DCMR)")
                .contains("(125007,DCM,\"Measurement Group\")=SEPARATE>  # TID 1411 (DCMR)")
                .contains("(121191,DCM,\"Referenced Segment\")=(SG image,,1)")
                .contains("(118565006,SCT,\"Volume\")=\"8.4\" (mm3,UCUM,\"cubic millimeter\")");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void pydicomAndHighdicomReadTheSameMaskAndVolume(String name, SeriesVolume source) throws Exception {
        List<Path> files = write(Phantom.input(source));
        Path expected = Files.writeString(folder.resolve("expected.json"), expected(source));
        Judge.Verdict verdict = Judge.python()
                .run(
                        Path.of("etc", "judges", "read_results.py").toString(),
                        files.get(0).toString(),
                        files.get(1).toString(),
                        expected.toString());
        assertThat(verdict.output())
                .contains("Lung: 49 voxels, 68.6 mm3: report agrees (2 values), mask identical")
                .contains("Nodule: 6 voxels, 8.4 mm3: report agrees (2 values), mask identical");
        assertThat(verdict.exitCode()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void gdcmSeesFramesOfOneBit(String name, SeriesVolume source) throws Exception {
        Path segmentation = write(Phantom.input(source)).get(0);
        Judge.Verdict verdict = new Judge("gdcminfo").run(segmentation.toString());
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.output()).contains("Dimensions: (5,5,5)").contains("SINGLEBIT");
    }

    /**
     * Device UID (0018,1002) in Contributing Equipment came into the standard after the dciodvfy of 2022; IHE AIR asks
     * for it.
     */
    private static boolean isKnown(String warning) {
        return warning.contains("not present in standard DICOM IOD - (0x0018,0x1002) UI Device UID")
                || warning.contains("this is a Standard Extended SOP Class");
    }

    private List<Path> write(ResultInput input) throws IOException {
        List<ResultObject> results = ResultBuilder.build(input);
        List<Path> files = new ArrayList<>();
        for (ResultObject result : results) {
            Path file = folder.resolve(result.sopInstance() + ".dcm");
            DicomFileWriter.write(file, result.toFile());
            files.add(file);
        }
        return files;
    }

    private static String expected(SeriesVolume source) {
        String positions = source.source().slices().stream()
                .map(slice -> slice.imagePosition().stream()
                        .map(Double::valueOf)
                        .map(Object::toString)
                        .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", "));
        return """
                {"positions": [%s], "segments": {"Lung": [%s], "Nodule": [%s]}}
                """
                .formatted(positions, quoted(Phantom.LUNG_PIXELS), quoted(Phantom.NODULE_PIXELS));
    }

    private static String quoted(String... slices) {
        return Stream.of(slices).map(slice -> '"' + slice + '"').collect(Collectors.joining(", "));
    }
}
