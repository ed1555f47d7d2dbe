package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.model.ModelStore;

/** A model of which everything can be worked out, whole and then broken in every way that verify looks for. */
final class ModelVerificationTest {

    private static final Path THRESHOLD = Path.of("src/test/resources/models/threshold/1.0.0");
    private static final List<Path> BALL = List.of(Path.of("test-dicom/ct-sphere"));

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path models;

    private Path folder;

    @BeforeEach
    void copyTheModel() throws IOException {
        folder = models.resolve("threshold/1.0.0");
        copy(THRESHOLD, folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : DicomPaths.files(List.of(from))) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void aGoldenCaseIsKeptAndHeld() throws IOException {
        verification().writeGolden(BALL);

        assertThat(verification().run(1)).isTrue();
        assertThat(folder.resolve("golden/input")).isDirectoryContaining("glob:**/IM0040.dcm");
        // the ball's centre, of test-dicom/README.md
        assertThat(Files.readString(folder.resolve("golden/expected.json")))
                .containsPattern("Bright, x_mm\" : [45]\\.")
                .containsPattern("Bright, y_mm\" : -[78]\\.")
                .containsPattern("Bright, z_mm\" : 10[12]\\.");
        assertThat(out.toString()).contains("4 numbers as expected", "first run", "median of 1", "MiB");
    }

    @Test
    void anAnswerThatIsNotTheExpectedOneIsSaidWithBothNumbers() throws IOException {
        verification().writeGolden(BALL);
        Path expected = folder.resolve("golden/expected.json");
        Files.writeString(
                expected, Files.readString(expected).replaceFirst("voxels\" : \\d+\\.0", "voxels\" : 5000.0"));

        assertThat(verification().run(1)).isFalse();
        assertThat(out.toString()).containsPattern("output 0, Bright, voxels: got \\d+.*, expected 5000 ± 10\\.00");
    }

    @Test
    void aNetworkThatIsNotTheManifestsIsNotEvenLoaded() throws IOException {
        Path manifest = folder.resolve("manifest.yaml");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("tensor: img", "tensor: image")
                        .replace("channel: 0", "channel: 3"));

        assertThat(verification().run(1)).isFalse();
        assertThat(out.toString())
                .contains("input \"image\": got inputs {img=", "expected also [3]")
                .doesNotContain("loaded in");
    }

    @Test
    void anEnsembleOfItsOwnNetworkAndAnotherModelIsTriedWithBoth() throws IOException {
        assertThat(saidOfEnsemble("saved_model_own, threshold/1.0.0"))
                .contains("as the manifest says, of all 2 members", "loaded in", "of a made-up image");
    }

    @Test
    void whatIsWrongWithAMemberIsSaidWithItsName() throws IOException {
        assertThat(saidOfEnsemble("saved_model_own, threshold/2.0.0"))
                .contains("member threshold/2.0.0: Model \"threshold/2.0.0\" in " + models)
                .contains("got no such version, expected one of [threshold/1.0.0]")
                .doesNotContain("loaded in");
        assertThat(saidOfEnsemble("saved_model_own, other/1.0.0"))
                .contains("member other/1.0.0: Model \"other/1.0.0\"", "got no such version, expected one of []");
        assertThat(saidOfEnsemble("saved_model_own, saved_model_lost"))
                .contains("member saved_model_lost: ", "expected");
        Files.writeString(folder.resolve("SHA256SUMS"), "0".repeat(64) + "  saved_model/saved_model.pb\n");
        assertThat(saidOfEnsemble("saved_model_own, threshold/1.0.0"))
                .contains("member threshold/1.0.0: ", "saved_model.pb")
                .doesNotContain("loaded in");
    }

    @Test
    void aMemberThatWouldBeFedOtherwiseThanItWasMadeForIsSaid() throws IOException {
        Path manifest = folder.resolve("manifest.yaml");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("window: [0, 1]", "z_score: true")
                        .replace("SPL", "IPL")
                        .replace("kind: segmentation", "kind: segmentation\n    activation: sigmoid"));

        assertThat(saidOfEnsemble("saved_model_own, threshold/1.0.0"))
                .contains("member threshold/1.0.0: input.intensity: got ZScore[] in its own manifest, expected Window")
                .contains("member threshold/1.0.0: input.orientation: got ")
                .contains("output \"prob\", activation: got SIGMOID in its own manifest, expected NONE")
                .doesNotContain("loaded in");
    }

    @Test
    void aMemberOfAnotherSignatureIsSaid() throws IOException {
        copy(Path.of("src/test/resources/models/picture"), models.resolve("picture"));

        assertThat(saidOfEnsemble("threshold/1.0.0, picture/1.0.0"))
                .contains("member picture/1.0.0: input ", "expected")
                .doesNotContain("member threshold");
    }

    /** What is said of an ensemble that has these members, and the manifest of threshold otherwise. */
    private String saidOfEnsemble(String members) throws IOException {
        Path ensemble = models.resolve("both/1.0.0");
        copy(THRESHOLD.resolve("saved_model"), ensemble.resolve("saved_model_own"));
        Files.writeString(
                ensemble.resolve("manifest.yaml"),
                Files.readString(THRESHOLD.resolve("manifest.yaml"))
                        .replace("name: threshold", "name: both")
                        .replace("technique:", "ensemble: {members: [" + members + "]}\ntechnique:"));
        out.getBuffer().setLength(0);
        boolean good = new ModelVerification(new ModelStore(models).require("both"), new PrintWriter(out, true)).run(1);
        assertThat(good).as(out.toString()).isEqualTo(!out.toString().contains("expected"));
        return out.toString();
    }

    @Test
    void aGoldenCaseNeedsOneSeries() {
        assertThatThrownBy(() -> verification().writeGolden(List.of()))
                .hasMessageContaining("got no image to ask the model about, expected one by --image PATH");
        assertThatThrownBy(() -> verification()
                        .writeGolden(List.of(Path.of("test-dicom/ct-sphere"), Path.of("test-dicom/dx-chest"))))
                .hasMessageContaining("got 2 series, expected one");
    }

    @Test
    void aGoldenCaseThatIsTornIsRefusedWithItsPlace() throws IOException {
        verification().writeGolden(BALL);
        Files.writeString(folder.resolve("golden/expected.json"), "{\"images\": [");

        assertThatThrownBy(() -> verification().run(1))
                .hasMessageContaining("golden: expected.json is not what verify --write-golden writes");
    }

    private ModelVerification verification() {
        return new ModelVerification(new ModelStore(models).require("threshold"), new PrintWriter(out, true));
    }
}
