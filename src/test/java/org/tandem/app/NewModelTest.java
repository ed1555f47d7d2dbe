package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewModelTest {

    private static final Path THRESHOLD = Path.of("src/test/resources/models/threshold/1.0.0/saved_model");

    @TempDir
    private Path models;

    @Test
    void aFolderWithTheNetworkAndAManifestIsMade() throws IOException {
        Path manifest = NewModel.of(THRESHOLD, "bright").create(models);

        assertThat(manifest).isEqualTo(models.resolve("bright/1.0.0/manifest.yaml"));
        assertThat(Files.readString(manifest))
                .contains("tensor: img  #", "- tensor: prob  # float32[any, any, any, any, 1]");
        assertThat(models.resolve("bright/1.0.0/saved_model/variables/variables.index"))
                .exists();
    }

    @Test
    void withoutANameTheFolderSaysIt() throws IOException {
        assertThat(NewModel.of(THRESHOLD, "").name()).hasToString("threshold/1.0.0");
        assertThat(NewModel.of(models.resolve("My Net_2"), "").name()).hasToString("my-net-2/1.0.0");
    }

    @Test
    void aManifestThatIsThereIsNeverWrittenOver() throws IOException {
        NewModel.of(THRESHOLD, "bright").create(models);

        assertThatThrownBy(() -> NewModel.of(THRESHOLD, "bright").create(models))
                .hasMessageContaining("manifest.yaml: got one already, expected none");
    }

    @Test
    void whatIsNoSavedModelOrHasTwoInputsLeavesNothingBehind() {
        assertThatThrownBy(() -> NewModel.of(Path.of("test-dicom"), "x").create(models))
                .hasMessageContaining("SavedModel test-dicom: got no saved_model.pb");
        Path twoInputs = Path.of("src/test/resources/models/two-inputs/1.0.0/saved_model");
        assertThatThrownBy(() -> NewModel.of(twoInputs, "x").create(models))
                .hasMessageContaining("got inputs {first=float32[any], second=float32[any]}, expected one");
        assertThat(models).isEmptyDirectory();
    }
}
