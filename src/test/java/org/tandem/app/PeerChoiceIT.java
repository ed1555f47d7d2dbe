package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.net.OutsideProgram;
import org.tandem.net.TlsCertificates;

/** Commands that ask a destination of the configuration by its name: dcmtk's storescp, which speaks TLS only. */
class PeerChoiceIT {

    private static final Path SLICE = Path.of("test-dicom", "ct-sphere", "IM0001.dcm");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aDestinationIsAskedOnTheTermsThatItHasInTheConfiguration() throws Exception {
        TlsCertificates certificates = TlsCertificates.make(folder);
        int port = OutsideProgram.freePort();
        Path conf = configuration(certificates, port);
        Path received = Files.createDirectory(folder.resolve("received"));
        try (OutsideProgram.Running storescp = OutsideProgram.find("storescp")
                .serve(
                        port,
                        "+tls",
                        certificates.key("device"),
                        certificates.certificate("device"),
                        "+cf",
                        certificates.certificate("node"),
                        "-od",
                        received,
                        port)) {
            assertThat(tandem("echo", "secure", "--conf", conf))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString()).startsWith("secure answered 0000H");
            assertThat(tandem("send", "secure", SLICE, "--conf", conf)).isZero();
            assertThat(received).isNotEmptyDirectory();

            assertThat(tandem("echo", "STORESCP@127.0.0.1:" + port, "--conf", conf))
                    .as("in the clear")
                    .isEqualTo(1);
            assertThat(storescp.process().isAlive()).isTrue();
        }
    }

    @Test
    void aNameThatNobodyHasIsRefusedWithThoseThatAreKnown() throws Exception {
        Path conf = Files.writeString(
                folder.resolve("tandem.yaml"), "destinations: {pacs: {aet: PACS, host: 127.0.0.1, port: 104}}\n");

        assertThat(tandem("find", "archive", "--conf", conf)).isEqualTo(1);
        assertThat(err.toString()).contains("got \"archive\", expected AET@host:port or one of [pacs]");
    }

    private Path configuration(TlsCertificates certificates, int port) throws IOException {
        return Files.writeString(
                folder.resolve("tandem.yaml"),
                """
                tls: {certificate: "%s", key: "%s", trust: "%s"}
                destinations: {secure: {aet: STORESCP, host: 127.0.0.1, port: %d, tls: true}}
                """
                        .formatted(
                                certificates.certificate("node"),
                                certificates.key("node"),
                                certificates.certificate("device"),
                                port));
    }

    private int tandem(Object... arguments) {
        String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        return Tandem.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
