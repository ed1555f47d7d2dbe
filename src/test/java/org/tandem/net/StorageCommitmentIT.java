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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.app.GeneratedSections;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;

/** Storage commitment with Orthanc, which reports over associations of its own, and pynetdicom, which does not. */
class StorageCommitmentIT {

    private static final AeTitle US = new AeTitle("TANDEM");
    private static final SopReference LOST = new SopReference(SopClasses.CT_IMAGE_STORAGE, new Uid("2.25.404"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, String> ROWS = new TreeMap<>();

    private final RecordingCommitments commitments = new RecordingCommitments();
    private final StorageScp scp =
            StorageScp.start(ScpOptions.of(US, 0), new RecordingHandler(), association -> true, commitments);
    private final HttpClient http = HttpClient.newHttpClient();
    private final int dicomPort;
    private final int httpPort;

    @TempDir
    private Path folder;

    StorageCommitmentIT() throws IOException {
        dicomPort = OutsideProgram.freePort();
        httpPort = OutsideProgram.freePort();
    }

    @AfterEach
    void stop() {
        scp.close();
    }

    @AfterAll
    static void holdTable() throws IOException {
        if (ROWS.size() == 4) { // not where a peer is missing
            List<String> table =
                    new ArrayList<>(List.of("| storage commitment | result | N-EVENT-REPORT |", "|---|---|---|"));
            ROWS.forEach((who, how) -> table.add("| " + who + " | pass | " + how + " |"));
            GeneratedSections.hold("interoperability-commitment", table);
        }
    }

    @Test
    void orthancTellsUsWhatItKeeps() throws Exception {
        Path file = DcmtkIT.files(Path.of("test-dicom", "ct-sphere")).get(0);
        try (OutsideProgram.Running orthanc = OutsideProgram.find("Orthanc").serve(httpPort, configuration())) {
            Peer peer = new Peer(new AeTitle("ORTHANC"), "127.0.0.1", dicomPort);
            StoredFile stored = StoredFile.read(file);
            SopReference kept = new SopReference(stored.sopClass(), stored.sopInstance());
            try (StorageScu scu = StorageScu.open(peer, ScuOptions.of(US), ProposedContexts.of(List.of(file)))) {
                assertThat(scu.store(file).stored()).isTrue();
            }
            CommitmentRequest request = new CommitmentRequest(new Uid("2.25.1001"), List.of(kept, LOST));
            try (StorageCommitmentScu scu = StorageCommitmentScu.open(peer, ScuOptions.of(US))) {
                assertThat(scu.request(request)).isEqualTo(new StoreResult(0, ""));
            }

            assertThat(commitments.nextTold())
                    .isEqualTo(new CommitmentResult(
                            request.transaction(),
                            List.of(kept),
                            List.of(new CommitmentFailure(LOST, CommitmentFailure.Reason.NO_SUCH_OBJECT_INSTANCE))));
            assertThat(orthanc.process().isAlive()).isTrue();
        }
        ROWS.put("orthanc, asked by tandem", "in an association of its own");
    }

    @Test
    void orthancLearnsWhatWeKeep() throws Exception {
        SopReference kept = new SopReference(SopClasses.CT_IMAGE_STORAGE, new Uid("2.25.200"));
        commitments.kept.add(kept.sopInstance());
        try (OutsideProgram.Running orthanc = OutsideProgram.find("Orthanc").serve(httpPort, configuration())) {
            String asked = post(
                    "/modalities/tandem/storage-commitment",
                    "{\"DicomInstances\": [[\"%s\", \"%s\"], [\"%s\", \"%s\"]]}"
                            .formatted(kept.sopClass(), kept.sopInstance(), LOST.sopClass(), LOST.sopInstance()));
            Uid transaction = new Uid(first(asked, "\"ID\"\\s*:\\s*\"([0-9.]+)\""));
            CommitmentResult result = commitments.result(commitments.asked.get(transaction));

            assertThat(new CommitmentReporter(ScuOptions.of(US))
                            .report(new Peer(new AeTitle("ORTHANC"), "127.0.0.1", dicomPort), result))
                    .isEqualTo(new StoreResult(0, ""));

            String report = get("/storage-commitment/" + transaction);
            assertThat(report).contains("\"Status\" : \"Failure\"");
            assertThat(first(report, "(?s)\"Success\"(.*)")).contains("2.25.200");
            assertThat(first(report, "(?s)\"Failures\"(.*)\"RemoteAET\"")).contains("2.25.404");
            assertThat(orthanc.process().isAlive()).isTrue();
        }
        ROWS.put("orthanc, asks tandem", "in an association of ours");
    }

    @Test
    void pynetdicomHasOurReportOverTheSameAssociation() throws Exception {
        commitments.kept.add(new Uid("2.25.200"));
        Path script = script();

        String printed = OutsideProgram.python("pynetdicom").run(script, "scu", scp.port(), "2.25.200", "2.25.404");

        assertThat(printed).contains("action 0000").contains("event 2 kept 2.25.200 lost 2.25.404");
        assertThat(commitments.nextReported()).isEqualTo(new Uid("2.25.4242"));
        ROWS.put("pynetdicom, asks tandem", "in the association of the request");
    }

    @Test
    void pynetdicomReportsToUsOverTheSameAssociation() throws Exception {
        try (OutsideProgram.Running archive =
                        OutsideProgram.python("pynetdicom").serve(dicomPort, script(), "scp", dicomPort);
                StorageCommitmentScu scu = StorageCommitmentScu.open(
                        new Peer(new AeTitle("ARCHIVE"), "127.0.0.1", dicomPort), ScuOptions.of(US))) {
            CommitmentRequest request = new CommitmentRequest(new Uid("2.25.1002"), List.of(LOST));
            assertThat(scu.request(request)).isEqualTo(new StoreResult(0, ""));

            assertThat(scu.awaitResult(request.transaction(), PATIENCE))
                    .contains(new CommitmentResult(request.transaction(), List.of(LOST), List.of()));
            assertThat(archive.process().isAlive()).isTrue();
        }
        ROWS.put("pynetdicom, asked by tandem", "in the association of the request");
    }

    private static Path script() throws Exception {
        return Path.of(
                StorageCommitmentIT.class.getResource("storage_commitment.py").toURI());
    }

    private Path configuration() throws IOException {
        return Files.writeString(
                folder.resolve("orthanc.json"),
                """
                {
                  "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [], "HttpPort": %d,
                  "KeepAlive": false, "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
                  "DicomAet": "ORTHANC", "DicomPort": %d, "DicomAlwaysAllowStore": true,
                  "DicomModalities": {"tandem": ["TANDEM", "127.0.0.1", %d]}
                }
                """
                        .formatted(folder, folder, httpPort, dicomPort, scp.port()));
    }

    private String get(String path) throws Exception {
        return send(request(path).GET());
    }

    private String post(String path, String body) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                .timeout(Duration.ofMinutes(1));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
