package org.tandem.inference.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.inference.tensor.Signature;
import org.tandem.inference.tensor.TensorForm;

final class SavedModelReaderTest {

    private static final Path MODELS = Path.of("src/test/resources/models");

    /** What saved_model_cli says of it: float32 (-1), (-1); float32 (-1), int64 (-1). */
    @Test
    void namesTypesAndShapesAreThoseOfTheSignature() {
        Signature signature = SavedModelReader.serving(MODELS.resolve("two-inputs/1.0.0/saved_model"));

        assertThat(signature.inputs())
                .containsOnlyKeys("first", "second")
                .containsEntry("first", TensorForm.of("float32", TensorForm.ANY));
        assertThat(signature.outputs())
                .containsEntry("difference", TensorForm.of("float32", TensorForm.ANY))
                .containsOnlyKeys("difference", "larger");
    }

    @Test
    void theShippedNetworkIsReadWithoutLoadingIt() {
        assertThat(SavedModelReader.serving(Path.of("models/brain-extraction/1.0.0/saved_model"))
                        .inputs())
                .containsEntry("img", TensorForm.of("float32", TensorForm.ANY, 128, 128, 128, 1));
    }

    @Test
    void aFolderThatIsNoSavedModelIsRefusedWithWhatIsMissing(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> SavedModelReader.read(folder))
                .hasMessageContaining("got no saved_model.pb, expected the folder of a TensorFlow SavedModel");
        Files.write(folder.resolve("saved_model.pb"), new byte[] {8, 1, 18, 99});
        assertThatThrownBy(() -> SavedModelReader.read(folder)).hasMessageContaining("saved_model.pb cannot be read");
        Files.write(folder.resolve("saved_model.pb"), new byte[] {8, 1});
        assertThatThrownBy(() -> SavedModelReader.read(folder))
                .hasMessageContaining("got graphs of tags [], expected one of the tag \"serve\"");
    }
}
