package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.inference.Spheres;
import org.tandem.result.read.ReportReader;
import org.tandem.work.FourSequences;
import picocli.CommandLine;

/** The command line as people use it: what it prints, and how it exits. */
final class TandemTest {

    /**
     * The ball of 15 mm as the model sees it: at 2 mm, cut at 0 HU, which between −1000 and 200 HU is five sixths of
     * the way, so a third of a voxel inside the edge. 4/3 · π · (15 − 2/3)³
     */
    private static final double BALL_SEEN_MM3 = 12_335;

    private static final String TEST_MODELS = "src/test/resources/models";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int tandem(Object... arguments) {
        CommandLine commandLine =
                Tandem.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    @Test
    void helpTellsTheExitCodes() {
        assertThat(tandem("--help")).isZero();
        assertThat(out.toString()).contains("Usage: tandem", "Exit codes:", "2   wrong use of the command line");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "serve",
                "run",
                "send",
                "receive",
                "echo",
                "models",
                "routes",
                "jobs",
                "dump",
                "check",
                "bench",
                "models list",
                "models show",
                "models verify",
                "models new",
                "routes explain",
                "jobs list",
                "jobs show",
                "jobs retry",
                "jobs cancel",
                "bench receive"
            })
    void everyCommandHasHelp(String command) {
        assertThat(tandem(Stream.concat(Stream.of(command.split(" ")), Stream.of("--help"))
                        .toArray()))
                .isZero();
        assertThat(out.toString()).contains("Usage: tandem " + command);
    }

    @Test
    void versionNamesTheProgram() {
        assertThat(tandem("--version")).isZero();
        assertThat(out.toString()).matches("(?s)tandem \\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void wrongUseExitsWithTwo() {
        assertThat(tandem()).isEqualTo(2);
        assertThat(tandem("sing")).isEqualTo(2);
        assertThat(tandem("dump")).isEqualTo(2);
        assertThat(err.toString()).contains("sing", "FILE");
    }

    @Test
    void whatFailsExitsWithOneAndSaysWhyInOneLine() {
        assertThat(tandem("dump", "test-dicom/broken/not-dicom.dcm")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("tandem: ")
                .contains("not-dicom.dcm")
                .hasLineCount(1);
    }

    @Test
    void dumpPrintsAFileAsText() {
        assertThat(tandem("dump", "test-dicom/jp-name/IM0001.dcm")).isZero();
        assertThat(out.toString()).contains("(0010,0010)", "山田^太郎");
    }

    @Test
    void modelsAreListedShownAndVerified() {
        assertThat(tandem("models", "list")).isZero();
        assertThat(tandem("models", "show", "brain-extraction")).isZero();
        assertThat(out.toString()).contains("brain-extraction/1.0.0", "research", "MIT");
        assertThat(tandem("models", "verify", "pneumonia-28/1.0.0", "--runs", "1"))
                .isZero();
        assertThat(out.toString())
                .contains("as published", "TensorFlow 2.", "as the manifest says", "1 number as expected", "MiB");
        assertThat(tandem("models", "show", "nothing")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing").contains("brain-extraction");
    }

    @Test
    void runFindsTheBallAndMeasuresIt() throws IOException {
        assertThat(tandem("run", "threshold", "test-dicom/ct-sphere", "--models", TEST_MODELS, "--out", folder))
                .isZero();

        DataSet report = results(SopClasses.COMPREHENSIVE_3D_SR_STORAGE).get(0);
        assertThat(results(SopClasses.SEGMENTATION_STORAGE)).hasSize(1);
        assertThat(ReportReader.read(report).volumesMm3()).singleElement().satisfies(mm3 -> assertThat(mm3)
                .isCloseTo(BALL_SEEN_MM3, withinPercentage(3)));
    }

    private List<DataSet> results(org.tandem.dicom.Uid sopClass) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> DicomFileReader.read(file).dataSet())
                    .filter(dataSet -> dataSet.requireUid(Tag.SOP_CLASS_UID).equals(sopClass))
                    .toList();
        }
    }

    @Test
    void runRefusesABrokenSeriesWithItsReason() {
        assertThat(tandem("run", "threshold", "test-dicom/broken/gap", "--models", TEST_MODELS, "--out", folder))
                .isEqualTo(1);
        assertThat(err.toString()).contains("SLICE_GAP");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void routesExplainWhyARuleDoesNotMatch() {
        assertThat(tandem("routes", "explain", "test-dicom/colin27-t1", "test-dicom/ct-sphere"))
                .isZero();
        assertThat(out.toString()).contains("matches → brain-extraction", "no match (", "✗ Modality [CT]");
    }

    @Test
    void routesExplainWhichModelsAreNotThere() throws IOException {
        Path rules = Files.writeString(
                folder.resolve("routes.yaml"),
                """
                rules:
                  - {name: brains, when: {}, model: brain-extraction, destinations: []}
                  - {name: breasts, when: {}, model: mammography, destinations: []}
                  - {name: hearts, when: {}, model: hearts/2.0.0, destinations: []}
                """);

        assertThat(tandem("routes", "explain", "test-dicom/ct-sphere", "--routes", rules))
                .isEqualTo(1);

        assertThat(out.toString()).contains("breasts: matches → mammography");
        assertThat(err.toString())
                .contains("Rules [breasts], with which a node would refuse them all: Model \"mammography\" in ")
                .contains("no network yet: put a SavedModel into")
                .contains("Rules [hearts], with which a node would refuse them all: Model \"hearts/2.0.0\" in ")
                .contains("got no such version, expected one of []")
                .doesNotContain("brains");
    }

    @Test
    void echoOfNobodyFails() {
        assertThat(tandem("echo", "NOBODY@127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString()).contains("NOBODY@127.0.0.1:1");
    }

    @Test
    void aStateThatNoJobHasIsRefusedWithThoseThatAreKnown() {
        assertThat(tandem("jobs", "--web-port", "1", "list", "--state", "a b")).isEqualTo(2);
        assertThat(err.toString()).contains("--state", "a b", "QUEUED", "CANCELLED");
        assertThat(tandem("jobs", "--web-port", "1", "list", "--state", "done")).isEqualTo(1);
        assertThat(err.toString()).contains("No node answers");
    }

    @Test
    void jobsOfANodeThatDoesNotRunSaysHowToStartOne() {
        assertThat(tandem("jobs", "--web-port", "1", "list")).isEqualTo(1);
        assertThat(err.toString()).contains("tandem serve");
        assertThat(tandem("jobs", "show", "../../etc")).isEqualTo(1);
        assertThat(err.toString()).contains("16 hexadecimal digits");
    }

    @Test
    void aModelOfFourSeriesFindsThemInOneFolderOnThreeGrids() throws IOException {
        FourSequences head = new FourSequences(folder.resolve("study"));
        FourSequences.ALL.forEach(head::write);

        assertThat(tandem(
                        "run",
                        "four-sequences",
                        folder.resolve("study"),
                        "--models",
                        TEST_MODELS,
                        "--out",
                        folder.resolve("out")))
                .as(err.toString())
                .isZero();

        // T1 has the same grid: exactly the voxels of the tumour. FLAIR and T2 lie between: 4/3 · π · 8³ = 2145 mm³
        double tumour = Spheres.ball(
                                FourSequences.grid(FourSequences.T1C),
                                FourSequences.TUMOUR,
                                FourSequences.TUMOUR_RADIUS_MM)
                        .volumeMm3()
                / 1000;
        assertThat(out.toString())
                .startsWith(String.format(
                        Locale.ROOT, "Series %s: Enhancing %.1f cm³; Oedema ", FourSequences.T1C, tumour));
        assertThat(results(SopClasses.SEGMENTATION_STORAGE)).singleElement().satisfies(seg -> {
            assertThat(seg.item(Tag.REFERENCED_SERIES_SEQUENCE).orElseThrow().requireUid(Tag.SERIES_INSTANCE_UID))
                    .isEqualTo(FourSequences.T1C);
        });
        DataSet report = results(SopClasses.COMPREHENSIVE_3D_SR_STORAGE).get(0);
        assertThat(ReportReader.read(report).volumesMm3().get(1)).isCloseTo(2145, withinPercentage(25));
    }

    @Test
    void aModelOfFourSeriesSaysWhichOneLacks() {
        FourSequences head = new FourSequences(folder.resolve("study"));
        head.write(FourSequences.T1C);
        head.write(FourSequences.T1);

        assertThat(tandem("run", "four-sequences", folder.resolve("study"), "--models", TEST_MODELS, "--out", folder))
                .isEqualTo(1);

        assertThat(err.toString())
                .startsWith("Series " + FourSequences.T1C + ": MISSING_CHANNEL: Channel \"FLAIR\"")
                .contains("MISSING_CHANNEL: Channel \"T2\"");
    }

    /**
     * 99 pixels are the mass of the left breast, which is shown as a right one would be, and without its background.
     */
    @Test
    void aBreastThatIsMirroredAndCutOutHasItsMassWhereItIs(@TempDir Path models) throws IOException {
        Path version = Files.createDirectories(models.resolve("mass/1.0.0"));
        Path threshold = Path.of(TEST_MODELS, "threshold/1.0.0");
        Files.writeString(
                version.resolve("manifest.yaml"),
                Files.readString(threshold.resolve("manifest.yaml"))
                        .replace("name: threshold", "name: mass")
                        .replace("[CT, MR], min_slices: 2", "[MG], min_slices: 1")
                        .replace("orientation: SPL", "flip_to: right")
                        .replace("resample_to_voxels: [32, 32, 32]", "crop_to: {above_share: 0.05, margin_mm: 3}")
                        .replace("{window: [0, 1]}", "{fixed: [2000, 3101]}"));
        TestRules.copy(threshold.resolve("saved_model"), version.resolve("saved_model"));

        assertThat(tandem("run", "mass", "test-dicom/mg-breast/LCC.dcm", "--models", models, "--out", folder))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains(": Bright 99 pixels");
        DataSet seg = results(SopClasses.SEGMENTATION_STORAGE).get(0);
        assertThat(seg.requireInteger(Tag.COLUMNS)).isEqualTo(96);
        BitSet mask = BitSet.valueOf(seg.bytes(Tag.PIXEL_DATA));
        assertThat(mask.stream().map(i -> i % 96).average().orElseThrow()).isCloseTo(34, within(0.3));
        assertThat(mask.stream().map(i -> i / 96).average().orElseThrow()).isCloseTo(50, within(0.3));
    }
}
