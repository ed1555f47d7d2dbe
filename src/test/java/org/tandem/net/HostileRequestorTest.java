package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.net.RawPeer.COMMAND;
import static org.tandem.net.RawPeer.DATA;
import static org.tandem.net.RawPeer.LAST;
import static org.tandem.net.RawPeer.command;
import static org.tandem.net.RawPeer.context;
import static org.tandem.net.RawPeer.pdv;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AnsweredContext;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.OfferedContext;
import org.tandem.net.pdu.PduEncoder;
import org.tandem.net.pdu.ReleaseRequest;
import org.tandem.net.pdu.ReleaseResponse;
import org.tandem.net.pdu.UserInformation;

/** What peers do that are broken, foreign or ill-willed; the node answers as PS3.8 9.2 says, and serves on. */
class HostileRequestorTest {

    private static final String CT = SopClasses.CT_IMAGE_STORAGE.value();
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final DataSet STORE = Commands.storeRequest(1, SopClasses.CT_IMAGE_STORAGE, new Uid("2.25.7"));
    private static final byte[] SOME = Octets.pattern(1000);

    private final RecordingHandler handler = new RecordingHandler();
    private final ScpOptions options = ScpOptions.of(new AeTitle("TANDEM"), 0);
    private StorageScp scp = StorageScp.start(options, handler);

    /**
     * Where its patience is short, a peer on a busy machine may have to come again; so it may when places are taken.
     */
    @AfterEach
    void theNodeStillServes() {
        Awaitility.await("an echo").atMost(PATIENCE).ignoreExceptions().until(this::echoes);
        scp.close();
    }

    private boolean echoes() throws IOException {
        try (RawPeer peer = RawPeer.associate(scp.port(), context(1, "1.2.840.10008.1.1", EXPLICIT))) {
            peer.sendData(command(1, Commands.echoRequest(1, SopClasses.VERIFICATION)));
            boolean answered = peer.readCommand().requireInteger(Tag.STATUS) == 0;
            peer.send(new ReleaseRequest());
            return answered && peer.read().equals(new ReleaseResponse());
        }
    }

    @Test
    void aPeerThatSaysNothingIsClosedAfterArtim() throws Exception {
        restart(ScpTimeouts.DEFAULT.withArtim(SHORT));
        try (RawPeer peer = RawPeer.connect(scp.port())) {
            assertThat(peer.isClosed()).isTrue();
        }
    }

    @Test
    void aPeerThatDripsItsRequestIsClosedToo() throws Exception {
        restart(ScpTimeouts.DEFAULT.withArtim(SHORT));
        byte[] head = Octets.of("01 00 00 00 ff ff 00 01"); // an A-ASSOCIATE-RQ of 64 KiB: an hour, drop by drop
        try (RawPeer peer = RawPeer.connect(scp.port());
                Dripping dripping = new Dripping(peer, head)) {
            assertThat(endsWithoutAWord(peer)).isTrue();
            assertThat(dripping.isCut()).isTrue();
        }
    }

    @Test
    void otherProtocolsAreClosedWithoutAWord() throws Exception {
        for (byte[] hello :
                List.of(Octets.of("'GET / HTTP/1.1' 0d 0a 0d 0a"), Octets.of("16 03 01 02 00 01 00 01 fc 03 03"))) {
            try (RawPeer peer = RawPeer.connect(scp.port())) {
                peer.send(hello);
                assertThat(endsWithoutAWord(peer)).isTrue();
            }
        }
    }

    @Test
    void garbageAndPdusBeforeTheRequestAreAborted() throws Exception {
        assertAbortedBeforeAssociation(AbortReason.UNRECOGNIZED_PDU, Octets.of("ff 00 00 00 00 04 00 00 00 00"));
        assertAbortedBeforeAssociation(AbortReason.UNEXPECTED_PDU, PduEncoder.encode(new ReleaseRequest()));
        assertAbortedBeforeAssociation(AbortReason.UNEXPECTED_PDU, Octets.of("04 00 00 00 00 04 00 00 00 00"));
    }

    @Test
    void impossibleRequestsAreAborted() throws Exception {
        assertAbortedBeforeAssociation(AbortReason.INVALID_PARAMETER, Octets.of("01 00 ff ff ff ff 00 01"));
        assertAbortedBeforeAssociation(
                AbortReason.INVALID_PARAMETER,
                PduEncoder.encode(RawPeer.request("TANDEM", "TESTER", context(2, CT, EXPLICIT))));
        assertAbortedBeforeAssociation(
                AbortReason.INVALID_PARAMETER,
                PduEncoder.encode(
                        RawPeer.request("TANDEM", "TESTER", context(5, CT, EXPLICIT), context(5, CT, EXPLICIT))));
    }

    @Test
    void aPeerThatCanTakeNextToNothingIsAborted() throws Exception {
        AssociateRequest request = RawPeer.request("TANDEM", "TESTER", context(1, CT, EXPLICIT));
        UserInformation tiny = new UserInformation(7, "1.2.3", "", List.of());
        assertAbortedBeforeAssociation(
                AbortReason.INVALID_PARAMETER,
                PduEncoder.encode(new AssociateRequest(
                        request.header(), request.applicationContext(), request.contexts(), tiny)));
    }

    @Test
    void aFloodOf128ContextsOf40SyntaxesIsAnsweredEachByItself() throws Exception {
        List<String> syntaxes = new ArrayList<>(Collections.nCopies(40, "1.2.840.10008.1.2.4.70"));
        syntaxes.set(39, EXPLICIT);
        OfferedContext[] contexts = new OfferedContext[128];
        for (int i = 0; i < contexts.length; i++) {
            contexts[i] = new OfferedContext(2 * i + 1, i % 2 == 0 ? CT : "1.2.3", syntaxes);
        }
        try (RawPeer peer = RawPeer.connect(scp.port())) {
            peer.send(RawPeer.request("TANDEM", "TESTER", contexts));

            AssociateAccept accept = (AssociateAccept) peer.read();
            assertThat(accept.contexts()).hasSize(128);
            assertThat(accept.contexts().get(0)).isEqualTo(new AnsweredContext(1, 0, EXPLICIT));
            assertThat(accept.contexts().get(127).result()).isEqualTo(3);
        }
    }

    @Test
    void malformedDataPdusAreAborted() throws Exception {
        assertAborted(AbortReason.INVALID_PARAMETER, "04 00 00 00 00 0a 00 00 00 ff 01 03 01 02 03 04"); // PDV past PDU
        assertAborted(AbortReason.INVALID_PARAMETER, "04 00 00 00 00 06 00 00 00 01 01 03"); // PDV of one byte
        assertAborted(AbortReason.INVALID_PARAMETER, "04 00 00 00 00 00"); // no PDV
        assertAborted(AbortReason.INVALID_PARAMETER, "04 00 00 00 00 03 00 00 00"); // half a PDV head
        assertAborted(AbortReason.INVALID_PARAMETER, "04 00 00 00 00 09 00 00 00 02 01 01 00 00 00"); // rest behind PDV
        assertAborted(AbortReason.INVALID_PARAMETER, "04 00 ff ff ff ff 00 00 00 02 01 03"); // 4 GiB
        assertAborted(AbortReason.INVALID_PARAMETER, "04 00 00 00 00 06 00 00 00 02 09 03"); // context 9
        assertAborted(AbortReason.INVALID_PARAMETER, "04 00 00 00 00 07 00 00 00 03 01 03 00"); // broken command
        assertAborted(AbortReason.UNRECOGNIZED_PDU, "09 00 00 00 00 00");
    }

    @Test
    void messagesOutOfOrderAreAborted() throws Exception {
        assertAborted(AbortReason.UNEXPECTED_PDU, pdu(pdv(1, DATA | LAST, SOME))); // data without a command
        assertAborted(
                AbortReason.UNEXPECTED_PDU, pdu(command(1, STORE), command(1, STORE))); // command where data are due
        assertAborted(AbortReason.UNEXPECTED_PDU, pdu(command(1, STORE), pdv(3, DATA | LAST, SOME))); // other context
        assertAborted(AbortReason.UNEXPECTED_PDU, pdu(pdv(1, COMMAND, SOME), pdv(3, COMMAND | LAST, SOME)));
        assertAborted(
                AbortReason.UNEXPECTED_PDU,
                pdu(command(1, STORE), pdv(1, DATA, SOME)),
                PduEncoder.encode(new ReleaseRequest())); // release in the middle of an object
        assertAborted(
                AbortReason.UNEXPECTED_PDU,
                PduEncoder.encode(RawPeer.request("TANDEM", "TESTER", context(1, CT, EXPLICIT)))); // a second request
        assertAborted(AbortReason.UNEXPECTED_PDU, PduEncoder.encode(new ReleaseResponse()));
    }

    @Test
    void aResponseToNothingIsAborted() throws Exception {
        DataSet response =
                STORE.toBuilder().putIntegers(Tag.COMMAND_FIELD, VR.US, 0x8001).build();
        assertAborted(AbortReason.SERVICE_USER, pdu(command(1, response)));
    }

    @Test
    void aCommandSetWithoutEndIsAborted() throws Exception {
        byte[] fragment = pdu(pdv(1, COMMAND, new byte[10_000]));
        byte[][] flood = Collections.nCopies(7, fragment).toArray(new byte[0][]);
        assertAborted(AbortReason.INVALID_PARAMETER, flood);
    }

    @Test
    void anObjectLargerThanTheLimitIsAborted() throws Exception {
        scp.close();
        ReceiveLimits small = ReceiveLimits.DEFAULT.withMaxObjectBytes(1500);
        scp = StorageScp.start(options.withLimits(ScpLimits.DEFAULT.withReceive(small)), handler);
        assertAborted(AbortReason.SERVICE_USER, pdu(command(1, STORE), pdv(1, DATA, SOME)), pdu(pdv(1, DATA, SOME)));
        assertThat(handler.next()).isEqualTo("began");
        assertThat(handler.next()).isEqualTo("broke: data set is longer than 1500 bytes");
    }

    @Test
    void anAbortInTheMiddleOfAnObjectBreaksTheStream() throws Exception {
        try (RawPeer peer = associate()) {
            peer.send(pdu(command(1, STORE), pdv(1, DATA, SOME)));
            assertThat(handler.next()).isEqualTo("began");
            peer.send(AbortReason.SERVICE_USER.pdu());

            assertThat(handler.next()).isEqualTo("broke: aborted by the peer, by the application");
            assertThat(handler.next()).isEqualTo("not released");
        }
    }

    @Test
    void aConnectionLostInTheMiddleOfAnObjectBreaksTheStream() throws Exception {
        try (RawPeer peer = associate()) {
            peer.send(pdu(command(1, STORE), pdv(1, DATA, SOME)));
            assertThat(handler.next()).isEqualTo("began");
        }
        assertThat(handler.next()).startsWith("broke: connection closed by the peer");
        assertThat(handler.next()).isEqualTo("not released");
    }

    @Test
    void aHandlerThatSwallowsTheBrokenStreamChangesNothing() throws Exception {
        scp.close();
        CountDownLatch swallowed = new CountDownLatch(1);
        scp = StorageScp.start(options, (request, dataSet) -> {
            try {
                dataSet.readAllBytes();
            } catch (IOException e) {
                swallowed.countDown();
            }
            return StoreOutcome.SUCCESS;
        });
        try (RawPeer peer = associate()) {
            peer.send(pdu(command(1, STORE), pdv(1, DATA, SOME)));
            peer.send(pdu(command(1, STORE)));

            assertThat(peer.read()).isEqualTo(AbortReason.UNEXPECTED_PDU.pdu());
            assertThat(swallowed.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aPeerThatStopsInTheMiddleOfAnObjectIsAborted() throws Exception {
        restart(ScpTimeouts.DEFAULT.withBetweenPdus(SHORT));
        try (RawPeer peer = associate()) {
            peer.send(pdu(command(1, STORE), pdv(1, DATA, SOME)));

            assertThat(peer.read()).isEqualTo(AbortReason.SERVICE_USER.pdu());
            assertThat(handler.next()).isEqualTo("began");
            assertThat(handler.next()).startsWith("broke: timed out");
            assertThat(handler.next()).isEqualTo("not released");
        }
    }

    @Test
    void aPeerThatDripsAPduIsAborted() throws Exception {
        restart(ScpTimeouts.DEFAULT.withBetweenPdus(SHORT));
        try (RawPeer peer = associate()) {
            peer.send(pdu(command(1, STORE)));
            try (Dripping dripping = new Dripping(peer, pdu(pdv(1, DATA | LAST, Octets.pattern(16_000))))) {
                assertThat(peer.read()).isEqualTo(AbortReason.SERVICE_USER.pdu());
                assertThat(dripping.goesOn()).isTrue();
            }
        }
    }

    @Test
    void anIdleAssociationIsAborted() throws Exception {
        restart(ScpTimeouts.DEFAULT.withIdleAssociation(SHORT));
        try (RawPeer peer = associate()) {
            assertThat(peer.read()).isEqualTo(AbortReason.SERVICE_USER.pdu());
            assertThat(handler.next()).isEqualTo("not released");
        }
    }

    @Test
    void aPeerThatNeverReadsItsAnswersIsCutOff() throws Exception {
        restart(ScpTimeouts.DEFAULT.withBetweenPdus(SHORT));
        try (RawPeer peer = associate()) {
            Thread flood = new Thread(() -> {
                byte[] requests =
                        pdu(Collections.nCopies(100, command(1, Commands.echoRequest(1, SopClasses.VERIFICATION)))
                                .toArray(new byte[0][]));
                try {
                    while (true) {
                        peer.send(requests);
                    }
                } catch (IOException e) {
                    // what the test waits for: the other end has closed
                }
            });
            flood.start();
            assertThat(handler.next()).isEqualTo("not released");
            flood.join(TimeUnit.SECONDS.toMillis(60));
            assertThat(flood.isAlive()).isFalse();
        }
    }

    @Test
    void aPeerThatDoesNotCloseAfterReleaseIsClosedAfterArtim() throws Exception {
        restart(ScpTimeouts.DEFAULT.withArtim(Duration.ofSeconds(2))); // time enough to ask for the association
        try (RawPeer peer = associate()) {
            peer.send(new ReleaseRequest());
            assertThat(peer.read()).isEqualTo(new ReleaseResponse());
            assertThat(handler.next()).isEqualTo("released");
            assertThat(peer.isClosed()).isTrue();
        }
    }

    @Test
    void connectionsBeyondAllLimitsAreClosedAtOnce() throws Exception {
        scp.close();
        scp = StorageScp.start(options.withLimits(ScpLimits.DEFAULT.withMaxAssociations(1)), handler);
        List<RawPeer> silent = new ArrayList<>();
        try {
            for (int i = 0; i <= StorageScp.SPARE_CONNECTIONS; i++) {
                silent.add(RawPeer.connect(scp.port()));
            }
            try (RawPeer tooMany = RawPeer.connect(scp.port())) {
                assertThat(endsWithoutAWord(tooMany)).isTrue();
            }
        } finally {
            for (RawPeer peer : silent) {
                peer.close();
            }
        }
    }

    private void restart(ScpTimeouts timeouts) {
        scp.close();
        scp = StorageScp.start(options.withTimeouts(timeouts), handler);
    }

    private RawPeer associate() throws IOException {
        return RawPeer.associate(scp.port(), context(1, CT, EXPLICIT), context(3, CT, EXPLICIT));
    }

    private void assertAbortedBeforeAssociation(AbortReason reason, byte[] bytes) throws IOException {
        try (RawPeer peer = RawPeer.connect(scp.port())) {
            peer.send(bytes);
            assertThat(peer.read()).isEqualTo(reason.pdu());
            peer.socket().shutdownOutput();
            assertThat(peer.isClosed()).isTrue();
        }
    }

    private void assertAborted(AbortReason reason, String hex) throws IOException {
        assertAborted(reason, Octets.of(hex));
    }

    private void assertAborted(AbortReason reason, byte[]... pdus) throws IOException {
        try (RawPeer peer = associate()) {
            for (byte[] pdu : pdus) {
                peer.send(pdu);
            }
            assertThat(peer.read()).isEqualTo(reason.pdu());
            peer.socket().shutdownOutput();
            assertThat(peer.isClosed()).isTrue();
        }
    }

    /** Closed or reset, which depends on whether our bytes were read before. */
    private static boolean endsWithoutAWord(RawPeer peer) {
        try {
            return peer.isClosed();
        } catch (IOException e) {
            return true;
        }
    }

    private static byte[] pdu(byte[]... pdvs) {
        return RawPeer.dataPdu(pdvs);
    }
}
