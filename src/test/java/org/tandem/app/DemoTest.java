package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.TandemException;

/** What comes back is held by WholeNodeIT. */
final class DemoTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");

        assertThatThrownBy(() ->
                        Demo.start(new Demo.Site(Path.of("."), folder, List.of(DemoCase.BRAIN)), Optional.empty()))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("expected an empty folder or that of an earlier demo");
        assertThat(letter).hasContent("dear");
    }

    @Test
    void whatAnEarlierDemoLeftIsRemoved() throws Exception {
        Demo.start(new Demo.Site(Path.of("."), folder, List.of(DemoCase.BRAIN)), Optional.empty())
                .close();
        Path left = Files.writeString(folder.resolve("received").resolve("old.dcm"), "old");

        Demo.start(new Demo.Site(Path.of("."), folder, List.of(DemoCase.BRAIN)), Optional.empty())
                .close();

        assertThat(left).doesNotExist();
    }
}
