package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;
import org.tandem.net.OutsideProgram;
import org.tandem.net.Peer;
import org.tandem.net.ScuOptions;
import org.tandem.work.DeliveryRecord;
import org.tandem.work.DeliveryState;
import org.tandem.work.JobRecord;
import org.tandem.work.JobState;

/**
 * What an archive holds in the end of a series that comes with a gap, is completed, grows, is read by a newer model and
 * once more by the same: listed from Orthanc. Beside it, dcmtk's storescp that takes pictures and Comprehensive SR
 * only.
 */
class RepeatedResultsIT {

    private static final String NO_SEGMENTATIONS =
            """
            [[TransferSyntaxes]]
            [Uncompressed]
            TransferSyntax1 = 1.2.840.10008.1.2.1
            TransferSyntax2 = 1.2.840.10008.1.2
            [[PresentationContexts]]
            [Plain]
            PresentationContext1 = 1.2.840.10008.5.1.4.1.1.7\\Uncompressed
            PresentationContext2 = 1.2.840.10008.5.1.4.1.1.88.33\\Uncompressed
            [[Profiles]]
            [Plain]
            PresentationContexts = Plain
            """;

    private static final String ROUTES =
            """
            rules:
              - {name: balls, when: {Modality: {equals: CT}}, model: threshold, destinations: [pacs, plain]}
            """;

    private final Closing closing = new Closing();
    private final Path folder;
    private OrthancPacs orthanc;
    private Node node;

    RepeatedResultsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        closing.close();
    }

    @Test
    void theArchiveHoldsOneChainOfReportsOfOneFinding() throws Exception {
        List<Path> ball = TestImages.ball();

        send(Stream.concat(ball.subList(0, 20).stream(), ball.subList(21, 35).stream())
                .toList());
        JobRecord refused = awaitJobs(1);
        assertThat(refused.state()).isEqualTo(JobState.REFUSED);
        assertThat(reports()).hasSize(1);
        assertThat(segmentations()).isEmpty();
        DataSet notProcessed = reports().get(0);

        send(ball.subList(20, 21));
        awaitJobs(2);
        DataSet first = newest(List.of(notProcessed));
        assertThat(predecessors(first)).containsExactly(uid(notProcessed));
        Uid tracking = tracking(segmentations().get(0));

        send(ball.subList(35, 40));
        JobRecord grown = awaitJobs(3);
        DataSet second = newest(List.of(notProcessed, first));
        assertThat(predecessors(second)).containsExactly(uid(first));

        addVersion("1.1.0");
        var unused = node.work().correct(grown.id());
        JobRecord corrected = awaitJobs(4);
        DataSet third = newest(List.of(notProcessed, first, second));
        assertThat(predecessors(third)).containsExactly(uid(second));

        assertThat(node.work().rerun(corrected.id())).isTrue();
        awaitDelivered(4);
        assertThat(reports()).extracting(RepeatedResultsIT::uid).hasSize(4);
        assertThat(segmentations()).hasSize(3);
        assertThat(segmentations()).extracting(RepeatedResultsIT::tracking).containsOnly(tracking);
        assertThat(orthanc.get("/studies")).hasSize(1);
        theOtherWasToldWithoutSegmentations();
    }

    private void theOtherWasToldWithoutSegmentations() throws IOException {
        List<DeliveryRecord> plain = node.work().ledger().latestDeliveries(Optional.empty(), 20).stream()
                .filter(delivery -> delivery.id().destination().equals("plain"))
                .toList();
        assertThat(plain)
                .filteredOn(
                        delivery -> delivery.message().contains("left out: segmentation (not accepted by the peer)"))
                .hasSize(3);
        List<DataSet> kept = new ArrayList<>();
        for (Path file : files(folder.resolve("plain"))) {
            kept.add(DicomFileReader.read(file).dataSet());
        }
        assertThat(kept)
                .extracting(object -> object.requireString(Tag.MODALITY))
                .contains("SR")
                .doesNotContain("SEG");
        List<DataSet> reports = kept.stream()
                .filter(object -> object.requireString(Tag.MODALITY).equals("SR"))
                .toList();
        assertThat(reports)
                .extracting(report -> report.requireUid(Tag.SOP_CLASS_UID))
                .containsOnly(SopClasses.COMPREHENSIVE_SR_STORAGE);
        assertThat(reports).hasSize(4);
        assertThat(reports.stream().flatMap(report -> predecessors(report).stream()))
                .as("each but the last is replaced once, by what came here")
                .hasSize(3)
                .doesNotHaveDuplicates()
                .isSubsetOf(reports.stream().map(RepeatedResultsIT::uid).toList());
    }

    @BeforeEach
    void startPeersAndNode() throws Exception {
        orthanc = closing.add("orthanc", OrthancPacs.start(folder.resolve("orthanc")));
        Path received = Files.createDirectory(folder.resolve("plain"));
        Path profile = Files.writeString(folder.resolve("plain.cfg"), NO_SEGMENTATIONS);
        int port = OutsideProgram.freePort();
        closing.add(
                "storescp",
                OutsideProgram.find("storescp")
                        .serve(port, "-aet", "PLAIN", "-xf", profile, "Plain", "-od", received, port));
        addVersion("1.0.0");
        Path routes = Files.writeString(folder.resolve("routes.yaml"), ROUTES);
        Peer pacs = orthanc.peer();
        Path configuration = Files.writeString(
                folder.resolve("tandem.yaml"),
                """
                node: {aet: TANDEM, bind: 127.0.0.1, dicom_port: 0}
                storage: {folder: "%s"}
                series: {quiet_period_s: 30, complete_at_release: [WHOLE]}
                work: {delivery_first_wait_s: 0.2}
                models: {folder: "%s"}
                routes: {file: "%s"}
                destinations:
                  pacs: {aet: %s, host: 127.0.0.1, port: %d, profile: usual}
                  plain: {aet: PLAIN, host: 127.0.0.1, port: %d}
                web: {port: 0}
                """
                        .formatted(
                                folder.resolve("data"),
                                folder.resolve("models"),
                                routes,
                                pacs.aeTitle(),
                                pacs.port(),
                                port));
        node = closing.add("node", Node.start(ConfigurationReader.read(configuration)));
    }

    private void addVersion(String version) throws IOException {
        Path from = Path.of("src", "test", "resources", "models", "threshold", "1.0.0");
        Path to = folder.resolve("models").resolve("threshold").resolve(version);
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Path manifest = to.resolve("manifest.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace("version: 1.0.0", "version: " + version));
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private void send(List<Path> files) throws InterruptedException {
        Peer peer = new Peer(new AeTitle("TANDEM"), "127.0.0.1", node.dicomPort());
        List<Sending.Answer> answers = new Sending(peer, ScuOptions.of(new AeTitle("WHOLE")), 1).send(files, () -> {});
        assertThat(answers).hasSameSizeAs(files).allMatch(Sending.Answer::stored);
    }

    /** The newest of so many jobs, when all have ended and are delivered. */
    private JobRecord awaitJobs(int count) throws Exception {
        awaitDelivered(count);
        return node.work().ledger().latest(Optional.empty(), 1).get(0);
    }

    private void awaitDelivered(int jobs) throws Exception {
        Deadline.in(ChildNode.PATIENCE)
                .await(
                        jobs + " jobs are told of",
                        () -> node.work().ledger().unfinished().isEmpty()
                                && node.work()
                                        .ledger()
                                        .deliveryCountsByState()
                                        .getOrDefault(DeliveryState.ACCEPTED, 0L)
                                        .equals(2L * jobs));
    }

    private List<DataSet> reports() throws Exception {
        return instances("SR");
    }

    private List<DataSet> segmentations() throws Exception {
        return instances("SEG");
    }

    private List<DataSet> instances(String modality) throws Exception {
        List<DataSet> instances = new ArrayList<>();
        for (JsonNode series : orthanc.get("/series?expand")) {
            if (series.path("MainDicomTags").path("Modality").asText().equals(modality)) {
                for (JsonNode instance : series.path("Instances")) {
                    Path file = folder.resolve(instance.asText() + ".dcm");
                    instances.add(DicomFileReader.read(orthanc.download(instance.asText(), file))
                            .dataSet());
                }
            }
        }
        return instances;
    }

    /** The report that came after these. */
    private DataSet newest(List<DataSet> before) throws Exception {
        List<Uid> known = before.stream().map(RepeatedResultsIT::uid).toList();
        List<DataSet> others = reports().stream()
                .filter(report -> !known.contains(uid(report)))
                .toList();
        assertThat(others).hasSize(1);
        return others.get(0);
    }

    private static Uid uid(DataSet object) {
        return object.requireUid(Tag.SOP_INSTANCE_UID);
    }

    private static Uid tracking(DataSet segmentation) {
        return segmentation.items(Tag.SEGMENT_SEQUENCE).get(0).requireUid(Tag.TRACKING_UID);
    }

    private static List<Uid> predecessors(DataSet report) {
        return report.items(Tag.PREDECESSOR_DOCUMENTS_SEQUENCE).stream()
                .flatMap(study -> study.items(Tag.REFERENCED_SERIES_SEQUENCE).stream())
                .flatMap(series -> series.items(Tag.REFERENCED_SOP_SEQUENCE).stream())
                .map(document -> document.requireUid(Tag.REFERENCED_SOP_INSTANCE_UID))
                .toList();
    }
}
