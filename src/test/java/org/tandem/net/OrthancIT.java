package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.DicomFileReader;
import org.tandem.net.tls.TlsPeer;

/** Orthanc as the archive, in the clear and through TLS: what we send lies in it, and what it sends comes back. */
class OrthancIT {

    private static final Path SERIES = Path.of("test-dicom", "colin27-t1");

    @TempDir
    private static Path shared;

    private static TlsCertificates certificates;

    private final RecordingHandler handler = new RecordingHandler();
    private final StorageScp scp;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int dicomPort;
    private final int httpPort;

    OrthancIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.scp = StorageScp.start(
                ScpOptions.of(new AeTitle("TANDEM"), 0)
                        .withTls(new TlsListen(
                                ListenAddress.of(0),
                                certificates.context("node", "device"),
                                ClientCertificate.NEED,
                                false)),
                handler);
        this.dicomPort = OutsideProgram.freePort();
        this.httpPort = OutsideProgram.freePort();
    }

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = TlsCertificates.make(shared);
    }

    @AfterEach
    void stop() {
        scp.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSeriesGoesThereAndBack(boolean tls) throws Exception {
        List<Path> files = DcmtkIT.files(SERIES);
        try (OutsideProgram.Running orthanc = OutsideProgram.find("Orthanc").serve(httpPort, configuration(tls))) {
            PeerTerms terms = tls
                    ? PeerTerms.DEFAULT.withTls(new TlsPeer(certificates.context("node", "device"), true))
                    : PeerTerms.DEFAULT;
            Peer peer = new Peer(new AeTitle("ORTHANC"), "127.0.0.1", dicomPort, terms);
            try (StorageScu scu =
                    StorageScu.open(peer, ScuOptions.of(new AeTitle("TANDEM")), ProposedContexts.of(files))) {
                for (Path file : files) {
                    assertThat(scu.store(file)).isEqualTo(new StoreResult(0, ""));
                }
            }
            List<String> ids = ids(get("/instances"));
            assertThat(ids).hasSize(files.size());
            ids.forEach(
                    id -> assertThat(post("/modalities/tandem/store", id)).contains("\"FailedInstancesCount\" : 0"));
            assertThat(orthanc.process().isAlive()).isTrue();
        }
        for (Path file : files) {
            StoredFile sent = StoredFile.read(file);
            Path back = folder.resolve(sent.sopInstance() + ".dcm");
            byte[] dataSet = handler.stored.get(sent.sopInstance());
            assertThat(dataSet).isNotNull();
            Part10.write(back, sent.sopClass(), sent.syntax(), dataSet);
            assertThat(DicomFileReader.readHeader(back).dataSet())
                    .isEqualTo(DicomFileReader.readHeader(file).dataSet());
        }
    }

    /** Connections are closed after each answer: Java does not send a POST again that meets a closed one. */
    private Path configuration(boolean tls) throws IOException {
        Path storage = folder.resolve("orthanc");
        return Files.writeString(
                folder.resolve("orthanc.json"),
                String.format(
                        """
                        {
                          "Name": "test", "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [],
                          "HttpPort": %d, "KeepAlive": false,
                          "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
                          "DicomAet": "ORTHANC", "DicomPort": %d, "DicomAlwaysAllowStore": true,
                          "DicomTlsEnabled": %b, "DicomTlsRemoteCertificateRequired": true,
                          "DicomTlsCertificate": "%s", "DicomTlsPrivateKey": "%s", "DicomTlsTrustedCertificates": "%s",
                          "DicomModalities": {
                            "tandem": {"AET": "TANDEM", "Host": "127.0.0.1", "Port": %d, "UseDicomTls": %b}
                          }
                        }
                        """,
                        storage,
                        storage,
                        httpPort,
                        dicomPort,
                        tls,
                        certificates.certificate("device"),
                        certificates.key("device"),
                        certificates.certificate("node"),
                        tls ? scp.tlsPort() : scp.port(),
                        tls));
    }

    private String get(String path) {
        return send(request(path).GET().build());
    }

    private String post(String path, String body) {
        return send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                .timeout(Duration.ofSeconds(60));
    }

    private String send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("Orthanc does not answer " + request.uri(), e);
        }
    }

    private static List<String> ids(String json) {
        return Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{8}){4}")
                .matcher(json)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
