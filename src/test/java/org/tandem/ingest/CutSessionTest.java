package org.tandem.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.PeerTerms;
import org.tandem.net.ProposedContexts;
import org.tandem.net.ScpOptions;
import org.tandem.net.ScuOptions;
import org.tandem.net.StorageScp;
import org.tandem.net.StorageScu;

/**
 * A session of two objects, lost after each of its bytes in turn: the node stays healthy and nothing is left behind.
 */
@Timeout(300)
class CutSessionTest {

    /** One in so many is closed after all was read, which takes longer; the others are reset. */
    private static final int EVERY = 5;

    private static final AeTitle TITLE = new AeTitle("TANDEM");

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aSessionLostAtAnyByteLeavesNoThreadNoPartAndNoHalfObject(int operations, @TempDir Path folder)
            throws Exception {
        List<Path> recorded = store(folder.resolve("recorded"));
        byte[] session = record(folder.resolve("proxied"), operations, recorded);
        assertThat(session.length).isGreaterThan(500);
        try (ReceivingNode node = ReceivingNode.in(folder.resolve("cut"));
                StorageScp scp = StorageScp.start(ScpOptions.of(TITLE, 0), node.receiver, node.receiver)) {
            for (int length = 0; length <= session.length; length++) {
                send(scp.port(), Arrays.copyOf(session, length), length % EVERY != 0);
            }
            assertThat(send(scp.port(), operations, recorded)).isTrue(); // so all connections before it are accepted
            awaitNoAssociations();
            assertThat(node.files(Spool.INCOMING)).isEmpty();
            assertThat(node.files(Spool.QUARANTINE)).isEmpty();
            List<Path> stored = node.files(Spool.INSTANCES);
            assertThat(stored).hasSize(2);
            for (Path file : stored) {
                byte[] bytes = Files.readAllBytes(file);
                byte[] sent = sample(stored.indexOf(file) + 1).bytes();
                assertThat(Arrays.copyOfRange(bytes, bytes.length - sent.length, bytes.length))
                        .isEqualTo(sent);
            }
        }
    }

    /** The files of two objects. */
    private static List<Path> store(Path folder) throws Exception {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            node.store(sample(1));
            node.store(sample(2));
            return node.files(Spool.INSTANCES);
        }
    }

    /** What a requestor says that sends these and releases. */
    private static byte[] record(Path folder, int operations, List<Path> files) throws Exception {
        try (ReceivingNode node = ReceivingNode.in(folder);
                StorageScp scp = StorageScp.start(ScpOptions.of(TITLE, 0), node.receiver);
                RecordingProxy proxy = new RecordingProxy(scp.port())) {
            assertThat(send(proxy.port(), operations, files)).isTrue();
            return proxy.said();
        }
    }

    private static SampleObject sample(int number) {
        return SampleObject.of(1, number).pixels(32, number);
    }

    private static boolean send(int port, int operations, List<Path> files) {
        Peer peer = new Peer(TITLE, "127.0.0.1", port).withTerms(PeerTerms.DEFAULT.withOperations(operations));
        boolean[] stored = {true};
        try (StorageScu scu = StorageScu.open(peer, ScuOptions.of(new AeTitle("SENDER")), ProposedContexts.of(files))) {
            files.forEach(file -> scu.send(file, answer -> stored[0] &= answer.stored()));
            scu.awaitAnswers();
        }
        return stored[0];
    }

    /** Sends so much, and is gone: closes, or resets the connection. */
    private static void send(int port, byte[] bytes, boolean reset) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            if (reset) {
                socket.setSoLinger(true, 0);
            }
            socket.getOutputStream().write(bytes);
            if (!reset) {
                socket.shutdownOutput();
                var unused = socket.getInputStream().readAllBytes();
            }
        }
    }

    private static void awaitNoAssociations() {
        Awaitility.await("no association")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(associations()).isEmpty());
    }

    /** The threads of associations, each with where it stands. */
    private static Map<String, List<StackTraceElement>> associations() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().startsWith("dicom-assoc"))
                .collect(Collectors.toMap(entry -> entry.getKey().getName(), entry -> List.of(entry.getValue())));
    }
}
