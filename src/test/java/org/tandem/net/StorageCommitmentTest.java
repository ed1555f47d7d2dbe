package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.net.RawPeer.DATA;
import static org.tandem.net.RawPeer.LAST;
import static org.tandem.net.RawPeer.command;
import static org.tandem.net.RawPeer.context;
import static org.tandem.net.RawPeer.pdv;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.net.pdu.Abort;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.ReleaseRequest;
import org.tandem.net.pdu.ReleaseResponse;
import org.tandem.net.pdu.RoleSelection;
import org.tandem.net.pdu.UserInformation;

/** Storage commitment between two of ours, and with peers that do what the test says. */
class StorageCommitmentTest {

    private static final String PUSH_MODEL = "1.2.840.10008.1.20.1";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final SopReference KEPT = new SopReference(SopClasses.CT_IMAGE_STORAGE, new Uid("2.25.1"));
    private static final SopReference UNKNOWN = new SopReference(SopClasses.CT_IMAGE_STORAGE, new Uid("2.25.2"));
    private static final CommitmentRequest REQUEST = new CommitmentRequest(new Uid("2.25.99"), List.of(KEPT, UNKNOWN));
    private static final ScuOptions US = ScuOptions.of(new AeTitle("TANDEM"));
    private static final Duration LONG = Duration.ofSeconds(60);

    private final RecordingCommitments commitments = new RecordingCommitments();
    private final StorageScp scp = StorageScp.start(
            ScpOptions.of(new AeTitle("TANDEM"), 0), new RecordingHandler(), association -> true, commitments);

    @AfterEach
    void stop() {
        scp.close();
    }

    @Test
    void aRequestorThatWaitsHasTheResultOverTheSameAssociation() throws Exception {
        commitments.kept.add(KEPT.sopInstance());
        try (StorageCommitmentScu scu = StorageCommitmentScu.open(ours(), US)) {
            assertThat(scu.request(REQUEST).stored()).isTrue();

            CommitmentResult result =
                    scu.awaitResult(REQUEST.transaction(), LONG).orElseThrow();

            assertThat(result.committed()).containsExactly(KEPT);
            assertThat(result.failed())
                    .containsExactly(new CommitmentFailure(UNKNOWN, CommitmentFailure.Reason.NO_SUCH_OBJECT_INSTANCE));
            assertThat(result.covers(List.of(KEPT.sopInstance()))).isTrue();
            assertThat(result.covers(List.of(UNKNOWN.sopInstance()))).isFalse();
        }
        assertThat(commitments.nextReported()).isEqualTo(REQUEST.transaction());
        assertThat(commitments.timesAsked)
                .as("a pause makes no message come twice")
                .hasValue(1);
    }

    @Test
    void aRequestorThatReleasesIsNotInterrupted() throws Exception {
        try (RawPeer peer = RawPeer.associate(scp.port(), context(1, PUSH_MODEL, EXPLICIT))) {
            peer.sendData(command(1, Commands.actionRequest(1, 1)), pdv(1, DATA | LAST, bytes(REQUEST.dataSet())));
            assertThat(peer.readCommand().requireInteger(Tag.STATUS)).isZero();
            peer.send(new ReleaseRequest());

            assertThat(peer.read()).isEqualTo(new ReleaseResponse());
        }
        assertThat(commitments.asked).containsKey(REQUEST.transaction());
    }

    @Test
    void theResultComesOverAnAssociationThatThePeerOpens() throws Exception {
        CommitmentResult result = new CommitmentResult(REQUEST.transaction(), List.of(KEPT, UNKNOWN), List.of());

        assertThat(new CommitmentReporter(US).report(ours(), result).stored()).isTrue();

        assertThat(commitments.nextTold()).isEqualTo(result);
    }

    @Test
    void theRoleOfScpIsGrantedToReportAndForNothingElse() throws Exception {
        try (RawPeer peer = RawPeer.connect(scp.port())) {
            AssociateRequest request = RawPeer.request("TANDEM", "TESTER", context(1, PUSH_MODEL, EXPLICIT));
            UserInformation user = new UserInformation(
                    16384,
                    "1.2.3",
                    "RAW",
                    List.of(
                            new RoleSelection(PUSH_MODEL, false, true),
                            new RoleSelection(SopClasses.CT_IMAGE_STORAGE.value(), true, true)));
            peer.send(new AssociateRequest(request.header(), request.applicationContext(), request.contexts(), user));

            AssociateAccept accept = (AssociateAccept) peer.read();

            assertThat(accept.user().roles())
                    .containsExactly(
                            new RoleSelection(PUSH_MODEL, false, true),
                            new RoleSelection(SopClasses.CT_IMAGE_STORAGE.value(), true, false));
        }
    }

    @Test
    void whereItIsNotServedItsContextIsNotAccepted() {
        try (StorageScp without = StorageScp.start(ScpOptions.of(new AeTitle("TANDEM"), 0), new RecordingHandler());
                StorageCommitmentScu scu =
                        StorageCommitmentScu.open(new Peer(new AeTitle("TANDEM"), "127.0.0.1", without.port()), US)) {
            assertThat(scu.request(REQUEST)).isEqualTo(StoreResult.noAcceptedContext("Storage Commitment"));
        }
    }

    @Test
    void whatCannotBeServedIsAnsweredAndTheAssociationGoesOn() throws Exception {
        DataSet action = Commands.actionRequest(1, 1);
        DataSet empty =
                DataSet.builder().putUid(Tag.TRANSACTION_UID, new Uid("2.25.5")).build();
        try (RawPeer peer = RawPeer.associate(scp.port(), context(1, PUSH_MODEL, EXPLICIT))) {
            peer.sendData(command(1, Commands.actionRequest(1, 7)), pdv(1, DATA | LAST, bytes(REQUEST.dataSet())));
            assertThat(peer.readCommand().requireInteger(Tag.STATUS)).isEqualTo(0x0123);
            peer.sendData(command(1, Commands.eventReport(1, 7)), pdv(1, DATA | LAST, bytes(REQUEST.dataSet())));
            assertThat(peer.readCommand().requireInteger(Tag.STATUS)).isEqualTo(0x0113);
            peer.sendData(command(1, action), pdv(1, DATA | LAST, bytes(empty)));
            assertThat(peer.readCommand().requireInteger(Tag.STATUS)).isEqualTo(0x0115);
            peer.sendData(command(
                    1,
                    action.toBuilder()
                            .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, 0x0101)
                            .build()));
            assertThat(peer.readCommand().requireInteger(Tag.STATUS)).isEqualTo(0x0115);
            peer.sendData(command(1, action), pdv(1, DATA | LAST, new byte[] {1, 2, 3}));
            assertThat(peer.readCommand().requireInteger(Tag.STATUS)).isEqualTo(0x0115);
        }
        assertThat(commitments.asked).isEmpty();
    }

    @Test
    void aResultThatComesBeforeTheResponseIsKept() throws Exception {
        CommitmentResult result = new CommitmentResult(REQUEST.transaction(), REQUEST.instances(), List.of());
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 16384);
                    DataSet action = peer.readCommand();
                    readData(peer);
                    peer.sendData(
                            command(1, Commands.eventReport(50, 1)), pdv(1, DATA | LAST, bytes(result.dataSet())));
                    DataSet taken = peer.readCommand();
                    assertThat(taken.requireInteger(Tag.MESSAGE_ID_BEING_RESPONDED_TO))
                            .isEqualTo(50);
                    assertThat(taken.requireInteger(Tag.STATUS)).isZero();
                    respond(peer, action);
                    peer.read();
                    peer.send(new ReleaseResponse());
                });
                StorageCommitmentScu scu = StorageCommitmentScu.open(acceptor.peer(), US)) {
            assertThat(scu.request(REQUEST).stored()).isTrue();
            assertThat(scu.awaitResult(REQUEST.transaction(), LONG)).contains(result);
        }
    }

    @Test
    void aPeerThatTellsNothingIsReleasedAfterAWhile() throws Exception {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 16384);
                    DataSet action = peer.readCommand();
                    readData(peer);
                    respond(peer, action);
                    assertThat(peer.read()).isEqualTo(new ReleaseRequest());
                    peer.send(new ReleaseResponse());
                });
                StorageCommitmentScu scu = StorageCommitmentScu.open(acceptor.peer(), US)) {
            assertThat(scu.request(REQUEST).stored()).isTrue();
            assertThat(scu.awaitResult(REQUEST.transaction(), Duration.ofMillis(50)))
                    .isEmpty();
        }
    }

    @Test
    void anotherTransactionIsNotTakenForOurs() throws Exception {
        CommitmentResult other = new CommitmentResult(new Uid("2.25.98"), REQUEST.instances(), List.of());
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 16384);
                    DataSet action = peer.readCommand();
                    readData(peer);
                    respond(peer, action);
                    peer.sendData(command(1, Commands.eventReport(1, 1)), pdv(1, DATA | LAST, bytes(other.dataSet())));
                    assertThat(peer.readCommand().requireInteger(Tag.STATUS)).isEqualTo(0x0110);
                    peer.send(new ReleaseRequest());
                    assertThat(peer.read()).isEqualTo(new ReleaseResponse());
                });
                StorageCommitmentScu scu = StorageCommitmentScu.open(acceptor.peer(), US)) {
            assertThat(scu.request(REQUEST).stored()).isTrue();
            assertThat(scu.awaitResult(REQUEST.transaction(), LONG)).isEmpty();
        }
    }

    @Test
    void aResponseToAnotherMessageEndsTheAssociation() throws Exception {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 16384);
                    peer.readCommand();
                    readData(peer);
                    respond(peer, Commands.actionRequest(4711, 1));
                    assertThat(peer.read()).isInstanceOf(Abort.class);
                });
                StorageCommitmentScu scu = StorageCommitmentScu.open(acceptor.peer(), US)) {
            assertThatThrownBy(() -> scu.request(REQUEST))
                    .isInstanceOf(AssociationException.class)
                    .hasMessageContaining("4711");
        }
    }

    private Peer ours() {
        return new Peer(new AeTitle("TANDEM"), "127.0.0.1", scp.port());
    }

    private static void respond(RawPeer peer, DataSet action) throws IOException {
        AcceptedContext context =
                new AcceptedContext(1, StorageCommitment.SOP_CLASS, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        peer.sendData(command(1, Commands.response(new Message(context, action), StoreOutcome.SUCCESS)));
    }

    private static void readData(RawPeer peer) throws IOException {
        List<Byte> data = new ArrayList<>();
        boolean last = false;
        while (!last) {
            last = peer.readPdv(data);
        }
    }

    private static byte[] bytes(DataSet dataSet) {
        return DataSetWriter.toBytes(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
