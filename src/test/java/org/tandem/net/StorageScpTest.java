package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.net.RawPeer.COMMAND;
import static org.tandem.net.RawPeer.DATA;
import static org.tandem.net.RawPeer.LAST;
import static org.tandem.net.RawPeer.command;
import static org.tandem.net.RawPeer.context;
import static org.tandem.net.RawPeer.pdv;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.DataTransfer;
import org.tandem.net.pdu.ReleaseRequest;
import org.tandem.net.pdu.ReleaseResponse;
import org.tandem.net.pdu.UserInformation;

/** Both ends of each association are here: ours, and one that sends byte by byte what the test says. */
class StorageScpTest {

    private static final String CT = SopClasses.CT_IMAGE_STORAGE.value();
    private static final String VERIFICATION = "1.2.840.10008.1.1";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final Uid INSTANCE = new Uid("2.25.7");
    private static final byte[] OBJECT = Octets.pattern(10_000);

    private final RecordingHandler handler = new RecordingHandler();
    private final ScpOptions options = ScpOptions.of(new AeTitle("TANDEM"), 0);
    private StorageScp scp = StorageScp.start(options, handler);

    @AfterEach
    void stop() {
        scp.close();
    }

    @Test
    void anObjectArrivesWholeWhicheverWayItIsCut() throws Exception {
        byte[] request = DataSetWriter.commandBytes(Commands.storeRequest(1, SopClasses.CT_IMAGE_STORAGE, INSTANCE));
        try (RawPeer peer = RawPeer.associate(scp.port(), context(1, CT, EXPLICIT))) {
            // the command over two PDUs, its second part with the first fragment of the data set
            peer.sendData(pdv(1, COMMAND, Arrays.copyOfRange(request, 0, 13)));
            peer.sendData(
                    pdv(1, COMMAND | LAST, Arrays.copyOfRange(request, 13, request.length)),
                    pdv(1, DATA, Arrays.copyOfRange(OBJECT, 0, 1)));
            // several PDVs in one PDU, odd and empty ones among them
            peer.sendData(
                    pdv(1, DATA, Arrays.copyOfRange(OBJECT, 1, 4000)),
                    pdv(1, DATA, new byte[0]),
                    pdv(1, DATA, Arrays.copyOfRange(OBJECT, 4000, 4001)));
            peer.sendData(pdv(1, DATA, Arrays.copyOfRange(OBJECT, 4001, OBJECT.length)));
            peer.sendData(pdv(1, DATA | LAST, new byte[0])); // an empty last fragment

            assertThat(status(peer)).isEqualTo(0x0000);
        }
        assertThat(handler.stored.get(INSTANCE)).isEqualTo(OBJECT);
        assertThat(handler.requests.get(INSTANCE))
                .extracting(stored -> stored.syntax().uid().value())
                .isEqualTo(EXPLICIT);
    }

    @Test
    void theResponseQuotesTheRequest() throws Exception {
        try (RawPeer peer = RawPeer.associate(scp.port(), context(3, CT, EXPLICIT))) {
            peer.sendData(
                    command(3, Commands.storeRequest(77, SopClasses.CT_IMAGE_STORAGE, INSTANCE)),
                    pdv(3, DATA | LAST, OBJECT));

            DataSet response = peer.readCommand();
            assertThat(response.requireInteger(Tag.COMMAND_FIELD)).isEqualTo(0x8001);
            assertThat(response.requireInteger(Tag.MESSAGE_ID_BEING_RESPONDED_TO))
                    .isEqualTo(77);
            assertThat(response.uid(Tag.AFFECTED_SOP_CLASS_UID)).contains(SopClasses.CT_IMAGE_STORAGE);
            assertThat(response.uid(Tag.AFFECTED_SOP_INSTANCE_UID)).contains(INSTANCE);
        }
    }

    @Test
    void messagesThatShareAPduAreAllAnswered() throws Exception {
        try (RawPeer peer =
                RawPeer.associate(scp.port(), context(1, CT, EXPLICIT), context(3, VERIFICATION, EXPLICIT))) {
            peer.sendData(
                    command(1, Commands.storeRequest(1, SopClasses.CT_IMAGE_STORAGE, INSTANCE)),
                    pdv(1, DATA | LAST, OBJECT),
                    command(3, Commands.echoRequest(2, SopClasses.VERIFICATION)));

            assertThat(status(peer)).isEqualTo(0x0000);
            assertThat(status(peer)).isEqualTo(0x0000);
        }
    }

    @Test
    void releaseIsAnsweredAndTold() throws Exception {
        try (RawPeer peer = RawPeer.associate(scp.port(), context(1, VERIFICATION, EXPLICIT))) {
            peer.send(new ReleaseRequest());

            assertThat(peer.read()).isEqualTo(new ReleaseResponse());
            assertThat(handler.next()).isEqualTo("released");
        }
    }

    @Test
    void whatTheHandlerLeavesUnreadIsDiscarded() throws Exception {
        restart((request, dataSet) -> {
            assertThat(dataSet.readNBytes(3)).hasSize(3);
            return new StoreOutcome(DimseStatus.OUT_OF_RESOURCES, "Disk full");
        });
        try (RawPeer peer = RawPeer.associate(scp.port(), context(1, CT, EXPLICIT))) {
            for (int i = 1; i <= 2; i++) {
                peer.sendData(command(1, Commands.storeRequest(i, SopClasses.CT_IMAGE_STORAGE, INSTANCE)));
                peer.sendData(pdv(1, DATA, OBJECT), pdv(1, DATA, OBJECT));
                peer.sendData(pdv(1, DATA | LAST, OBJECT));

                DataSet response = peer.readCommand();
                assertThat(response.requireInteger(Tag.STATUS)).isEqualTo(0xA700);
                assertThat(response.requireString(Tag.ERROR_COMMENT)).isEqualTo("Disk full");
            }
        }
    }

    @Test
    void exceptionsOfTheHandlerBecomeStatusCodesAndTheAssociationGoesOn() throws Exception {
        List<Exception> failures = List.of(
                new IOException("No space left on device"),
                new IllegalStateException("a mistake"),
                new TandemException(TandemException.Kind.RETRY, "later"),
                new TandemException(TandemException.Kind.REFUSE, "never"),
                new TandemException(TandemException.Kind.BUG, "mistake"));
        restart((request, dataSet) -> {
            Exception failure = failures.get(request.sopInstance().value().charAt(5) - '0');
            if (failure instanceof IOException io) {
                throw io;
            }
            throw (RuntimeException) failure;
        });
        try (RawPeer peer = RawPeer.associate(scp.port(), context(1, CT, EXPLICIT))) {
            int[] expected = {0xA700, 0x0110, 0xA700, 0xC000, 0x0110};
            for (int i = 0; i < expected.length; i++) {
                peer.sendData(
                        command(1, Commands.storeRequest(i + 1, SopClasses.CT_IMAGE_STORAGE, new Uid("2.25." + i))),
                        pdv(1, DATA | LAST, OBJECT));

                assertThat(status(peer)).isEqualTo(expected[i]);
            }
        }
    }

    @Test
    void requestsThatCannotBeServedAreAnsweredNotAborted() throws Exception {
        DataSet store = Commands.storeRequest(1, SopClasses.CT_IMAGE_STORAGE, INSTANCE);
        DataSet find =
                store.toBuilder().putIntegers(Tag.COMMAND_FIELD, VR.US, 0x0020).build();
        DataSet withoutData = store.toBuilder()
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, 0x0101)
                .build();
        DataSet notStorage = Commands.storeRequest(1, new Uid("1.2.840.10008.5.1.4.31"), INSTANCE);
        DataSet noUid = store.toBuilder()
                .putText(Tag.AFFECTED_SOP_INSTANCE_UID, VR.UI, "not a uid")
                .build();
        try (RawPeer peer = RawPeer.associate(scp.port(), context(1, CT, EXPLICIT))) {
            peer.sendData(command(1, find), pdv(1, DATA | LAST, OBJECT));
            assertThat(status(peer)).isEqualTo(0x0211);
            peer.sendData(command(1, withoutData));
            assertThat(status(peer)).isEqualTo(0xC000);
            peer.sendData(command(1, notStorage), pdv(1, DATA | LAST, OBJECT));
            assertThat(status(peer)).isEqualTo(0x0122);
            peer.sendData(command(1, noUid), pdv(1, DATA | LAST, OBJECT));
            assertThat(status(peer)).isEqualTo(0x0117);
            peer.sendData(command(1, store), pdv(1, DATA | LAST, OBJECT));
            assertThat(status(peer)).isEqualTo(0x0000);
        }
    }

    @Test
    void aCancelHasNoResponse() throws Exception {
        DataSet cancel = Commands.echoRequest(1, SopClasses.VERIFICATION).toBuilder()
                .putIntegers(Tag.COMMAND_FIELD, VR.US, 0x0FFF)
                .build();
        try (RawPeer peer = RawPeer.associate(scp.port(), context(1, VERIFICATION, EXPLICIT))) {
            peer.sendData(command(1, cancel), command(1, Commands.echoRequest(2, SopClasses.VERIFICATION)));

            assertThat(peer.readCommand().requireInteger(Tag.MESSAGE_ID_BEING_RESPONDED_TO))
                    .isEqualTo(2);
        }
    }

    @Test
    void responsesKeepToTheLengthThatThePeerTakes() throws Exception {
        try (RawPeer peer = RawPeer.connect(scp.port())) {
            AssociateRequest request = RawPeer.request("TANDEM", "TESTER", context(1, CT, EXPLICIT));
            UserInformation small = new UserInformation(128, "1.2.3", "", List.of());
            peer.send(new AssociateRequest(request.header(), request.applicationContext(), request.contexts(), small));
            assertThat(peer.read()).isInstanceOf(AssociateAccept.class);
            peer.sendData(
                    command(
                            1,
                            Commands.storeRequest(1, SopClasses.CT_IMAGE_STORAGE, new Uid("2.25." + "1".repeat(50)))),
                    pdv(1, DATA | LAST, OBJECT));

            DataTransfer first = (DataTransfer) peer.read();
            assertThat(first.lengthBytes()).isEqualTo(128);
        }
    }

    @Test
    void closingLetsARunningMessageComeToItsAnswer() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        restart((request, dataSet) -> {
            began.countDown();
            assertThat(dataSet.readAllBytes()).hasSize(2 * OBJECT.length);
            return StoreOutcome.SUCCESS;
        });
        try (RawPeer peer = RawPeer.associate(scp.port(), context(1, CT, EXPLICIT))) {
            peer.sendData(
                    command(1, Commands.storeRequest(1, SopClasses.CT_IMAGE_STORAGE, INSTANCE)), pdv(1, DATA, OBJECT));
            assertThat(began.await(60, TimeUnit.SECONDS)).isTrue();
            Thread closing = new Thread(scp::close);
            closing.start();
            assertThatThrownBy(() -> RawPeer.connect(awaitRefusal(scp.port()))).isInstanceOf(IOException.class);
            peer.sendData(pdv(1, DATA | LAST, OBJECT));

            assertThat(status(peer)).isEqualTo(0x0000);
            assertThat(peer.read()).isEqualTo(AbortReason.SERVICE_USER.pdu());
            closing.join(TimeUnit.SECONDS.toMillis(60));
            assertThat(closing.isAlive()).isFalse();
        }
    }

    @Test
    void closingAbortsAnIdleAssociationAtOnceAndCutsAStalledOneAfterTheDrain() throws Exception {
        scp.close();
        scp = StorageScp.start(options.withTimeouts(ScpTimeouts.DEFAULT.withDrain(Duration.ofMillis(200))), handler);
        try (RawPeer idle = RawPeer.associate(scp.port(), context(1, CT, EXPLICIT));
                RawPeer stalled = RawPeer.associate(scp.port(), context(1, CT, EXPLICIT))) {
            stalled.sendData(
                    command(1, Commands.storeRequest(1, SopClasses.CT_IMAGE_STORAGE, INSTANCE)), pdv(1, DATA, OBJECT));
            assertThat(handler.next()).isEqualTo("began");

            scp.close();

            assertThat(idle.read()).isEqualTo(AbortReason.SERVICE_USER.pdu());
            assertThat(handler.next()).isEqualTo("not released");
            assertThat(handler.next()).startsWith("broke: ");
            assertThat(handler.next()).isEqualTo("not released");
        }
    }

    @Test
    void aPortThatIsTakenIsRefusedByName() {
        assertThatThrownBy(() -> StorageScp.start(ScpOptions.of(new AeTitle("TANDEM"), scp.port()), handler))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining(String.valueOf(scp.port()));
    }

    private void restart(StoreHandler other) {
        scp.close();
        scp = StorageScp.start(options, other);
    }

    /** The port, once nobody listens on it any more. */
    private static int awaitRefusal(int port) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline) {
            RawPeer.connect(port).close();
        }
        return port;
    }

    private static int status(RawPeer peer) throws IOException {
        return peer.readCommand().requireInteger(Tag.STATUS);
    }
}
