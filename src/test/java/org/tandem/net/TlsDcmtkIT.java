package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.net.tls.TlsPeer;

/** TLS with dcmtk, which uses OpenSSL, as the other end; both sides show certificates. */
class TlsDcmtkIT {

    private static final Path SERIES = Path.of("test-dicom", "colin27-t1");

    @TempDir
    private static Path folder;

    private static TlsCertificates certificates;

    private final RecordingHandler handler = new RecordingHandler();

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = TlsCertificates.make(folder);
    }

    @Test
    void storescuStoresThroughTls() throws Exception {
        OutsideProgram storescu = OutsideProgram.find("storescu");
        TlsListen listen = new TlsListen(
                ListenAddress.of(0), certificates.context("node", "device"), ClientCertificate.NEED, true);
        try (StorageScp scp =
                StorageScp.start(ScpOptions.of(new AeTitle("TANDEM"), 0).withTls(listen), handler)) {
            storescu.run(tls("device", "node", "-aec", "TANDEM", "127.0.0.1", scp.tlsPort(), slice()));
            assertThat(handler.stored).hasSize(1);

            assertThatThrownBy(() -> storescu.run(
                            tls("stranger", "node", "-aec", "TANDEM", "127.0.0.1", scp.tlsPort(), slice())))
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> storescu.run("-aec", "TANDEM", "127.0.0.1", scp.tlsPort(), slice()))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void storescpTakesObjectsThroughTls(@TempDir Path received) throws Exception {
        int port = OutsideProgram.freePort();
        try (OutsideProgram.Running running =
                OutsideProgram.find("storescp").serve(port, tls("device", "node", "-od", received, port))) {
            assertThat(running.process().isAlive()).isTrue();
            Peer peer = new Peer(new AeTitle("STORESCP"), "127.0.0.1", port)
                    .withTerms(PeerTerms.DEFAULT.withTls(new TlsPeer(certificates.context("node", "device"), true)));
            try (StorageScu scu = StorageScu.open(
                    peer, ScuOptions.of(new AeTitle("TANDEM")), ProposedContexts.of(List.of(slice())))) {
                assertThat(scu.store(slice()).stored()).isTrue();
            }
        }
        try (Stream<Path> files = Files.list(received)) {
            assertThat(files).hasSize(1);
        }
    }

    /** What dcmtk takes to show one certificate and to trust another, and then these. */
    private static Object[] tls(String own, String trusted, Object... more) {
        Stream<Object> files = Stream.of(
                "+tls", certificates.key(own), certificates.certificate(own), "+cf", certificates.certificate(trusted));
        return Stream.concat(files, Stream.of(more)).toArray();
    }

    private static Path slice() throws IOException {
        try (Stream<Path> files = Files.list(SERIES)) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
