package org.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.TandemException;

final class ModelStoreTest {

    @TempDir
    Path folder;

    @Test
    void theNewestVersionIsTheOneWithTheHighestNumbers() throws IOException {
        put("brain", "1.9.0");
        put("brain", "1.10.0");
        put("brain", "1.2.0");
        assertThat(store().require("brain").name()).hasToString("brain/1.10.0");
        assertThat(store().require("brain/1.9.0").name()).hasToString("brain/1.9.0");
    }

    @Test
    void aBrokenModelIsListedWithItsReasonAndHidesNoOther() throws IOException {
        put("brain", "1.0.0");
        Path huge = put("huge", "1.0.0");
        Files.writeString(huge, Files.readString(huge).replace("[32, 32, 32]", "[2000000000, 2000000000, 2000000000]"));
        Files.writeString(put("torn", "1.0.0"), "name: [");
        Files.write(put("latin", "1.0.0"), new byte[] {'n', (byte) 0xE4, 'm'});
        Files.createDirectories(folder.resolve("empty/1.0.0"));
        assertThat(store().list())
                .extracting(ModelStoreTest::inWords)
                .satisfiesExactly(
                        brain -> assertThat(brain).isEqualTo("usable brain/1.0.0"),
                        empty -> assertThat(empty).contains("manifest.yaml cannot be read"),
                        broken -> assertThat(broken)
                                .contains("resample_to_voxels")
                                .contains("fewer than 2³¹ voxels"),
                        latin -> assertThat(latin).contains("manifest.yaml cannot be read"),
                        torn -> assertThat(torn).contains("is no YAML"));
        assertThatThrownBy(() -> store().require("torn/1.0.0")).hasMessageContaining("is no YAML");
    }

    @Test
    void aModelThatWaitsForItsNetworkIsListedAndRefusedWithWhatToPutWhere() throws IOException {
        Files.delete(put("brain", "1.0.0").resolveSibling("saved_model"));
        assertThat(store().list()).singleElement().isInstanceOf(ModelStore.Entry.Vacant.class);
        assertThat(store().described("brain").name()).hasToString("brain/1.0.0");
        for (String reference : List.of("brain", "brain/1.0.0")) {
            assertThatThrownBy(() -> store().require(reference))
                    .hasMessageContaining("Model \"" + reference + "\" in " + folder)
                    .hasMessageContaining("no network yet: put a SavedModel into " + folder.resolve("brain"));
        }
        put("brain", "0.9.0");
        assertThat(store().require("brain").name()).hasToString("brain/0.9.0");
    }

    @Test
    void aManifestInTheWrongFolderIsBroken() throws IOException {
        Files.move(put("brain", "1.0.0").getParent(), folder.resolve("brain/2.0.0"));
        assertThatThrownBy(() -> store().require("brain/2.0.0"))
                .hasMessageContaining("got a manifest of brain/1.0.0, expected it in")
                .hasMessageContaining("brain");
    }

    @Test
    void foldersBesideTheVersionsAreNoModels() throws IOException {
        put("brain", "1.0.0");
        Files.createDirectories(folder.resolve("brain/__pycache__"));
        Files.writeString(folder.resolve("README.md"), "models");
        assertThat(store().list()).hasSize(1);
        assertThat(new ModelStore(folder.resolve("nowhere")).list()).isEmpty();
    }

    @Test
    void aModelThatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> store().require("brain"))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("Model \"brain\"")
                .hasMessageContaining("got no usable version");
        assertThatThrownBy(() -> store().require("../secret/1.0.0")).hasMessageContaining("Model name: got \"..\"");
    }

    private ModelStore store() {
        return new ModelStore(folder);
    }

    private Path put(String name, String version) throws IOException {
        String manifest = Files.readString(Path.of("src/test/resources/models/threshold/1.0.0/manifest.yaml"));
        Path file = folder.resolve(name).resolve(version).resolve("manifest.yaml");
        Files.createDirectories(file.resolveSibling("saved_model"));
        return Files.writeString(
                file,
                manifest.replace("name: threshold", "name: " + name).replace("version: 1.0.0", "version: " + version));
    }

    private static String inWords(ModelStore.Entry entry) {
        return entry instanceof ModelStore.Entry.Usable usable
                ? "usable " + usable.model().name()
                : ((ModelStore.Entry.Broken) entry).reason();
    }
}
