package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.net.AeTitle;
import org.tandem.net.ScpOptions;
import org.tandem.net.StorageScp;

/** Peers that answer and peers that do not, named on the command line or in the configuration. */
final class PeersCommandTest {

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aPeerSaysWhatItTakes() throws Exception {
        try (StorageScp scp = StorageScp.start(ScpOptions.of(new AeTitle("PACS"), 0), new ReceivingFolder(folder))) {
            String peer = "PACS@127.0.0.1:" + scp.port();

            assertThat(check(peer)).isZero();
            assertThat(out.toString())
                    .contains(peer + ": answers in ")
                    .contains("takes SEG, SR")
                    .contains("refuses");
        }
    }

    @Test
    void oneThatDoesNotAnswerIsNamedAndMakesTheCommandFail() throws Exception {
        try (StorageScp scp = StorageScp.start(ScpOptions.of(new AeTitle("PACS"), 0), new ReceivingFolder(folder))) {
            Path conf = Files.writeString(
                    folder.resolve("tandem.yaml"),
                    "destinations:\n  here: {aet: PACS, host: 127.0.0.1, port: %d}\n".formatted(scp.port())
                            + "  other: {aet: OTHER, host: 127.0.0.1, port: %d}\n".formatted(scp.port()));

            assertThat(check("--conf", conf.toString())).isEqualTo(1);
            assertThat(out.toString().lines())
                    .anySatisfy(line ->
                            assertThat(line).startsWith("here (PACS@127.0.0.1:").contains("answers in"))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("other (OTHER@127.0.0.1:")
                            .contains("does not answer: Association rejected"));
        }
    }

    private int check(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "peers";
        all[1] = "check";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Tandem.commandLine().setOut(new PrintWriter(out, true)).execute(all);
    }
}
