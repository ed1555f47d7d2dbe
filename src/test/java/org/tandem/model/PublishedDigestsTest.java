package org.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedDigestsTest {

    /** sha256 of "abc", FIPS 180-2 B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @BeforeEach
    void publish() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("saved_model")).resolve("saved_model.pb"), "abc");
        Files.writeString(folder.resolve("README.md"), "abc");
        Files.writeString(folder.resolve("SHA256SUMS"), ABC + "  README.md\n" + ABC + " *saved_model/saved_model.pb\n");
    }

    @Test
    void filesAsTheyWerePublishedDoNotDiffer() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void aChangedAMissingAndAnAddedFileDiffer() throws IOException {
        Files.writeString(folder.resolve("saved_model/saved_model.pb"), "abd");
        Files.delete(folder.resolve("README.md"));
        Files.writeString(folder.resolve("saved_model/extra"), "");
        assertThat(differences())
                .satisfiesExactly(
                        missing ->
                                assertThat(missing).isEqualTo("README.md: got no file, expected one of sha256 " + ABC),
                        changed -> assertThat(changed)
                                .startsWith("saved_model/saved_model.pb: got sha256 a52d159f")
                                .endsWith("expected " + ABC),
                        added -> assertThat(added).contains("extra: got a file that SHA256SUMS does not list"));
    }

    @Test
    void aModelWithoutDigestsHasNothingToDifferFrom() throws IOException {
        Files.delete(folder.resolve("SHA256SUMS"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void aFileOfDigestsThatIsNoneIsRefused() throws IOException {
        Files.writeString(folder.resolve("SHA256SUMS"), "abc  README.md");
        assertThatThrownBy(this::differences).hasMessageContaining("expected lines of sha256sum");
    }

    @Test
    void theShippedModelIsAsItWasPublished() {
        assertThat(PublishedDigests.of(Path.of("models/brain-extraction/1.0.0")).differences(path -> true))
                .isEmpty();
    }

    private List<String> differences() {
        return PublishedDigests.of(folder).differences(path -> true);
    }
}
