package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.app.GeneratedSections;
import org.tandem.net.pdu.ProposedContext;
import org.tandem.net.tls.TlsPeer;

/**
 * C-ECHO through TLS with everybody else's implementation of it, to us and from us; both sides show certificates and
 * ask for the other's. Holds a table of {@code docs/conformance.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsInteroperabilityIT {

    private static final AeTitle US = new AeTitle("TANDEM");

    private final Map<String, String> rows = new TreeMap<>();
    private TlsCertificates certificates;
    private StorageScp scp;

    @TempDir
    private static Path folder;

    @BeforeAll
    void listen() throws Exception {
        certificates = TlsCertificates.make(folder);
        TlsListen listen = new TlsListen(
                ListenAddress.of(0), certificates.context("node", "device"), ClientCertificate.NEED, true);
        scp = StorageScp.start(ScpOptions.of(US, 0).withTls(listen), new RecordingHandler());
    }

    @AfterAll
    void holdTable() throws IOException {
        scp.close();
        if (rows.size() == 4) { // not where a peer is missing
            List<String> table = new ArrayList<>(List.of("| peer | TLS to tandem | TLS to peer |", "|---|---|---|"));
            rows.forEach((peer, row) -> table.add("| " + peer + " | " + row + " |"));
            GeneratedSections.hold("interoperability-tls", table);
        }
    }

    @Test
    void dcmtk() throws Exception {
        Object[] files = {"+tls", certificates.key("device"), certificates.certificate("device"), "+cf", trusted()};
        OutsideProgram.find("echoscu").run(with(files, "-aec", US, "127.0.0.1", scp.tlsPort()));
        int port = OutsideProgram.freePort();
        try (OutsideProgram.Running running = OutsideProgram.find("storescp").serve(port, with(files, port))) {
            answers(port, running);
        }
        rows.put("dcmtk", "pass | pass");
    }

    @Test
    void pynetdicom() throws Exception {
        script(OutsideProgram.python("pynetdicom"), "tls_peer.py");
        rows.put("pynetdicom", "pass | pass");
    }

    @Test
    void dcmjsDimse() throws Exception {
        assumeTrue(System.getenv("DCMJS_DIMSE") != null, "DCMJS_DIMSE names no folder of the npm package dcmjs-dimse");
        script(OutsideProgram.find("node"), "tls_peer.cjs");
        rows.put("dcmjs dimse", "pass | pass");
    }

    @Test
    void orthanc() throws Exception {
        int port = OutsideProgram.freePort();
        int httpPort = OutsideProgram.freePort();
        try (OutsideProgram.Running running =
                OutsideProgram.find("Orthanc").serve(httpPort, orthancConfiguration(port, httpPort))) {
            answers(port, running);
            HttpResponse<String> echo = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + httpPort + "/modalities/tandem/echo"))
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(echo.statusCode()).as(echo.body()).isEqualTo(200);
        }
        rows.put("orthanc", "pass | pass");
    }

    private void script(OutsideProgram interpreter, String name) throws Exception {
        Path script = Path.of(TlsInteroperabilityIT.class.getResource(name).toURI());
        Object[] files = {certificates.key("device"), certificates.certificate("device"), trusted()};
        assertThat(interpreter.run(with(new Object[] {script, "scu", scp.tlsPort()}, files)))
                .contains("echo 0000");
        int port = OutsideProgram.freePort();
        try (OutsideProgram.Running running =
                interpreter.serve(port, with(new Object[] {script, "scp", port}, files))) {
            answers(port, running);
        }
    }

    /** Whether the peer on this port answers our C-ECHO through TLS, and lives on. */
    private void answers(int port, OutsideProgram.Running running) {
        Peer peer = new Peer(new AeTitle("ARCHIVE"), "127.0.0.1", port)
                .withTerms(PeerTerms.DEFAULT.withTls(new TlsPeer(certificates.context("node", "device"), true)));
        try (StorageScu scu = StorageScu.open(peer, ScuOptions.of(US), List.of(ProposedContext.VERIFICATION))) {
            assertThat(scu.echo()).isEqualTo(new StoreResult(0, ""));
        }
        assertThat(running.process().isAlive()).isTrue();
    }

    private Path trusted() {
        return certificates.certificate("node");
    }

    private static Object[] with(Object[] some, Object... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray();
    }

    private Path orthancConfiguration(int port, int httpPort) throws IOException {
        return Files.writeString(
                folder.resolve("orthanc.json"),
                """
                {
                  "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [], "HttpPort": %d, "KeepAlive": false,
                  "RemoteAccessAllowed": false, "AuthenticationEnabled": false, "DicomAet": "ARCHIVE", "DicomPort": %d,
                  "DicomTlsEnabled": true, "DicomTlsRemoteCertificateRequired": true,
                  "DicomTlsCertificate": "%s", "DicomTlsPrivateKey": "%s", "DicomTlsTrustedCertificates": "%s",
                  "DicomAlwaysAllowEcho": true,
                  "DicomModalities": {"tandem": {"AET": "TANDEM", "Host": "127.0.0.1", "Port": %d, "UseDicomTls": true}}
                }
                """
                        .formatted(
                                folder.resolve("orthanc"),
                                folder.resolve("orthanc"),
                                httpPort,
                                port,
                                certificates.certificate("device"),
                                certificates.key("device"),
                                trusted(),
                                scp.tlsPort()));
    }
}
