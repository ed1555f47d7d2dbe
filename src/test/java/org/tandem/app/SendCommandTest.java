package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SendCommandTest {

    private static final Path NO_DICOM = Path.of("test-dicom", "broken", "not-dicom.dcm");

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private RecordingPacs pacs;

    SendCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start() throws IOException {
        pacs = new RecordingPacs(folder.resolve("pacs"));
    }

    @AfterEach
    void stop() {
        pacs.close();
    }

    @Test
    void whatIsNoDicomFileInAFolderIsLeftOutAndNamed() throws Exception {
        Path images = Files.createDirectory(folder.resolve("images"));
        copy(TestImages.brain().get(0), images);
        copy(NO_DICOM, images);
        Files.createFile(images.resolve("empty"));

        assertThat(send(images)).isZero();
        assertThat(out.toString()).startsWith("1 of 1 objects stored");
        assertThat(err.toString().lines())
                .containsExactlyInAnyOrder(
                        images.resolve("empty") + ": left out, it is no DICOM file",
                        images.resolve("not-dicom.dcm") + ": left out, it is no DICOM file");
        assertThat(pacs.arrivals()).hasSize(1);
    }

    @Test
    void aNamedFileThatIsNoDicomFileFailsAloneAndOthersAreSent() throws Exception {
        List<Path> images = TestImages.brain();

        assertThat(send(images.get(0), NO_DICOM, images.get(1))).isEqualTo(1);
        assertThat(out.toString()).startsWith("2 of 3 objects stored");
        assertThat(err.toString()).contains("not-dicom.dcm: Not a DICOM file").doesNotContain("IM000");
        assertThat(pacs.arrivals()).hasSize(2);
    }

    private int send(Path... paths) {
        CommandLine tandem = Tandem.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] arguments = new String[2 + paths.length];
        arguments[0] = "send";
        arguments[1] = pacs.peer().toString();
        for (int i = 0; i < paths.length; i++) {
            arguments[2 + i] = paths[i].toString();
        }
        return tandem.execute(arguments);
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()));
    }
}
