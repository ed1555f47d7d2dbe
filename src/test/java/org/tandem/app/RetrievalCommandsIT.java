package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.net.AeTitle;
import org.tandem.net.OutsideArchive;
import org.tandem.net.OutsideProgram;
import org.tandem.net.ScpOptions;
import org.tandem.net.StorageScp;

/** From the command line: send a study to an archive, find it, have it sent to us, and fetch it. */
final class RetrievalCommandsIT {

    private static final String SERIES = "test-dicom/ct-sphere";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aStudyIsFoundSentToUsAndFetched(OutsideArchive archive) throws Exception {
        int port = OutsideProgram.freePort();
        ReceivingFolder ours = new ReceivingFolder(folder.resolve("moved"));
        try (StorageScp scp = StorageScp.start(ScpOptions.of(new AeTitle("TANDEM"), 0), ours);
                OutsideProgram.Running running = archive.start(folder, port, scp.port())) {
            String peer = "ARCHIVE@127.0.0.1:" + port;
            assertThat(tandem("send", peer, SERIES)).isZero();

            assertThat(tandem("find", peer, "--key", "PatientName=*")).isZero();
            List<String> lines = out.toString().lines().toList();
            List<String> columns = List.of(lines.get(0).split("\t"));
            String study = lines.get(1).split("\t")[columns.indexOf("StudyInstanceUID")];
            assertThat(err.toString()).contains("1 match, 0000H success");

            assertThat(tandem("find", peer, "--level", "IMAGE", "--study", study, "--limit", "3"))
                    .isZero();
            assertThat(out.toString().lines()).hasSize(4);

            assertThat(tandem("move", peer, "--key", "StudyInstanceUID=" + study, "--to", "TANDEM"))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString()).contains("40 completed, 0 with a warning, 0 failed");
            assertThat(ours.received()).hasSize(40);

            Path fetched = folder.resolve("fetched");
            assertThat(tandem("get", peer, "--study", study, "--into", fetched.toString()))
                    .as(err.toString())
                    .isZero();
            try (Stream<Path> files = Files.list(fetched)) {
                assertThat(files).hasSize(40);
            }

            assertThat(tandem("get", peer, "--accession", "NO-SUCH", "--into", fetched.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("got no study that matches");
            assertThat(tandem("find", peer, "--key", "NoSuchKeyword=1")).isEqualTo(1);
            assertThat(err.toString()).contains("NoSuchKeyword");
            assertThat(running.process().isAlive()).isTrue();
        }
    }

    private int tandem(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Tandem.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
