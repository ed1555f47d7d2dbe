package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.Uid;
import org.tandem.ingest.IndexedInstance;
import org.tandem.net.AeTitle;
import org.tandem.net.ScuOptions;
import org.tandem.store.Database;
import org.tandem.store.DatabaseOptions;
import org.tandem.store.JdbcInstanceIndex;

/**
 * A node that is killed, or told to stop, in the middle of each stage, and started again: what was promised is there,
 * each job comes to its end once, and the PACS ends with one segmentation and one report.
 */
class KilledNodeIT {

    /** Instances that were answered and are sent again all the same, as senders do. */
    private static final int SENT_AGAIN = 5;

    /** Logged right before the network is given its first tensor, which then takes it a second or more. */
    private static final Pattern NETWORK_RUNS = Pattern.compile("Model brain-extraction/\\S+ loaded");

    /** Longer than any pause between two parts of a series; the release of an association completes it before. */
    private static final int QUIET_SECONDS = 300;

    private static final Pattern DATABASE_OPEN = Pattern.compile("Database \\S+ open");

    /** The default of work.inference_attempts. */
    private static final int ATTEMPTS = 3;

    private static final Duration STOPS_WITHIN = Duration.ofMinutes(2);

    /** 143 is 128 + 15, SIGTERM. */
    private static final List<Integer> CLEAN_EXITS = List.of(0, 143);

    private final List<Path> head = TestImages.brain();
    private final List<Path> ball = TestImages.ball();
    private final RecordingPacs pacs;
    private final Path folder;
    private Installation installation;
    private final List<ChildNode> started = new ArrayList<>();

    KilledNodeIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.pacs = new RecordingPacs(folder.resolve("pacs"));
        this.installation = Installation.with(folder.resolve("node"), pacs.peer(), TestRules.headsAndBalls(folder))
                .quietFor(QUIET_SECONDS);
    }

    @AfterEach
    void stop() {
        started.forEach(ChildNode::close);
        pacs.close();
    }

    @Test
    void whatWasAnsweredBeforeAKillInMidReceptionIsOnDiskAndIndexed() throws Exception {
        installation = Installation.with(folder.resolve("node"), pacs.peer(), TestRules.quickHeads(folder))
                .quietFor(QUIET_SECONDS);
        ChildNode killed = start();
        List<Path> answered = sendUntilAThird(killed, head, killed::kill);
        assertThat(answered).hasSizeBetween(head.size() / 3, head.size() - 1);
        assertSpooled(answered);
        killWhileItRecovers();

        ChildNode node = start();
        List<Path> missing = new ArrayList<>(head);
        missing.removeAll(answered);
        missing.addAll(answered.subList(0, SENT_AGAIN));
        assertThat(send(node, missing)).containsExactlyInAnyOrderElementsOf(missing);
        JsonNode job = finish(node);

        assertSpooled(head);
        assertIndexed(head);
        assertThat(job.path("attempts").asInt()).isEqualTo(1);
        assertThat(pacs.arrivals()).hasSize(2);
    }

    @Test
    void aJobWhoseNodeIsKilledRunsAgainAndToItsEndOnce() throws Exception {
        ChildNode killed = start();
        sendWhole(killed, head);
        killed.awaitRun(1);
        killed.jvm().awaitLine(NETWORK_RUNS);
        killed.kill();
        assertThat(pacs.arrivals()).isEmpty();

        JsonNode job = finish(start());

        assertThat(job.path("attempts").asInt()).isEqualTo(2);
        assertThat(pacs.arrivals()).hasSize(2);
    }

    /** As one does that a model crashes: it must not take the node down for ever. */
    @Test
    void aJobThatEndsTheNodeEachTimeIsGivenUp() throws Exception {
        ChildNode node = start();
        sendWhole(node, head);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            node.awaitRun(attempt);
            node.kill();
            node = start();
        }
        node.awaitJobIn("FAILED");

        JsonNode job = node.jobs().get(0);
        assertThat(job.path("message").asText()).isEqualTo("The node ended 3 times while this job ran");
        Deadline.in(ChildNode.PATIENCE)
                .await("the PACS is told once that the head was not processed", () -> !pacs.arrivals()
                        .isEmpty());
        assertThat(pacs.reports()).hasSize(1);
        assertThat(pacs.arrivals()).hasSize(1);
        assertThat(node.log("ERROR"))
                .singleElement()
                .asString()
                .contains("tandem jobs retry " + job.path("id").asText());
        assertThat(node.stop()).isIn(CLEAN_EXITS);
    }

    /** The PACS has the segmentation when the node is killed, and the node does not know. */
    @Test
    void aDeliveryWhoseNodeIsKilledIsSentAgainAndIsTheSame() throws Exception {
        ChildNode killed = start();
        RecordingPacs.Stall stall = pacs.stallNext();
        sendWhole(killed, ball);
        stall.awaitReached();
        killed.kill();
        stall.end();

        JsonNode job = finish(start());

        assertThat(job.path("attempts").asInt()).isEqualTo(1);
        assertThat(job.path("deliveries").path(0).path("attempts").asInt()).isEqualTo(2);
        assertThat(pacs.arrivals()).hasSize(3);
    }

    @Test
    void aNodeThatIsToldToStopInMidReceptionKeepsWhatItAnswered() throws Exception {
        ChildNode stopped = start();
        List<Path> answered = sendUntilAThird(stopped, ball, stopped.jvm()::terminate);
        assertThat(stopped.jvm().awaitExit(STOPS_WITHIN)).isIn(CLEAN_EXITS);
        assertThat(stopped.log("ERROR")).isEmpty();
        assertSpooled(answered);
        assertIndexed(answered);

        ChildNode node = start();
        List<Path> missing = new ArrayList<>(ball);
        missing.removeAll(answered);
        assertThat(send(node, missing)).hasSameSizeAs(missing);
        JsonNode job = finish(node);

        assertThat(job.path("attempts").asInt()).isEqualTo(1);
        assertThat(pacs.arrivals()).hasSize(2);
    }

    @Test
    void aNodeThatIsToldToStopLetsTheJobThatRunsComeToItsEnd() throws Exception {
        ChildNode stopped = start();
        sendWhole(stopped, ball);
        stopped.awaitRun(1);
        stopped.jvm().terminate();
        assertThat(stopped.jvm().awaitExit(STOPS_WITHIN)).isIn(CLEAN_EXITS);
        assertThat(stopped.log("ERROR")).isEmpty();

        JsonNode job = finish(start());

        assertThat(job.path("attempts").asInt()).isEqualTo(1);
        assertThat(pacs.arrivals()).hasSize(2);
    }

    private ChildNode start() throws Exception {
        ChildNode node = installation.start(ChildNode.SHORT_LIVED);
        started.add(node);
        return node;
    }

    /** Its start is killed too, between database and spool. */
    private void killWhileItRecovers() throws Exception {
        try (ChildJvm jvm = ChildNode.launch(installation, ChildNode.SHORT_LIVED)) {
            jvm.awaitLine(DATABASE_OPEN);
            jvm.kill();
        }
    }

    /** On two associations; answers what was stored. When a third of it was, something is done to the node. */
    private static List<Path> sendUntilAThird(ChildNode node, List<Path> files, Runnable then)
            throws InterruptedException {
        AtomicInteger answers = new AtomicInteger();
        return stored(new Sending(node.peer(), ScuOptions.of(new AeTitle("SENDER")), 2).send(files, () -> {
            if (answers.incrementAndGet() == files.size() / 3) {
                then.run();
            }
        }));
    }

    /** All on one association, whose release completes the series, with what came of it before. */
    private static List<Path> send(ChildNode node, List<Path> files) throws InterruptedException {
        AeTitle title = new AeTitle(Installation.WHOLE_SERIES);
        return stored(new Sending(node.peer(), ScuOptions.of(title), 1).send(files, () -> {}));
    }

    private static void sendWhole(ChildNode node, List<Path> files) throws InterruptedException {
        assertThat(send(node, files)).hasSameSizeAs(files);
    }

    private static List<Path> stored(List<Sending.Answer> answers) {
        return answers.stream()
                .filter(Sending.Answer::stored)
                .map(Sending.Answer::file)
                .toList();
    }

    /** Waits for the end of the only job, stops the node, and sees one of each in the PACS. */
    private JsonNode finish(ChildNode node) throws Exception {
        node.awaitDelivered();
        List<JsonNode> jobs = node.jobs();
        assertThat(node.stop()).isIn(CLEAN_EXITS);
        assertThat(node.log("ERROR")).isEmpty();
        assertThat(jobs).hasSize(1);
        assertThat(pacs.segmentations()).hasSize(1);
        assertThat(pacs.reports()).hasSize(1);
        return jobs.get(0);
    }

    /** Byte for byte as they were sent. */
    private void assertSpooled(List<Path> files) throws IOException {
        Map<String, Path> spooled = new HashMap<>();
        try (Stream<Path> below = Files.walk(installation.spool().resolve("instances"))) {
            below.filter(Files::isRegularFile).forEach(file -> spooled.put(name(file), file));
        }
        for (Path file : files) {
            Path there = spooled.get(TestImages.uid(file) + ".dcm");
            assertThat(there).as("spooled " + file).isNotNull();
            assertThat(Digests.ofDataSet(there)).isEqualTo(Digests.ofDataSet(file));
        }
    }

    /** In the database of a node that does not run. */
    private void assertIndexed(List<Path> files) throws IOException {
        try (Database database =
                Database.open(DatabaseOptions.h2File(installation.data().resolve("tandem")))) {
            Map<Uid, IndexedInstance> rows = new JdbcInstanceIndex(database)
                    .find(files.stream().map(TestImages::uid).toList());
            for (Path file : files) {
                IndexedInstance row = rows.get(TestImages.uid(file));
                assertThat(row).as("row of " + file).isNotNull();
                assertThat(row.lost()).isFalse();
                assertThat(row.digest().hex()).isEqualTo(Digests.ofDataSet(file));
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
