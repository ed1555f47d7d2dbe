package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.net.RawPeer.DATA;
import static org.tandem.net.RawPeer.LAST;
import static org.tandem.net.RawPeer.command;
import static org.tandem.net.RawPeer.pdv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetWriter;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AnsweredContext;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.ProposedContext;
import org.tandem.net.pdu.Rejection;
import org.tandem.net.pdu.ReleaseRequest;
import org.tandem.net.pdu.ReleaseResponse;
import org.tandem.net.pdu.UserInformation;

/** What acceptors do that we send to: each ends in a result or an exception with a kind, in time, never in a hang. */
class HostileAcceptorTest {

    private static final int OBJECT_BYTES = 3 << 20;

    /** More than a system keeps between two sockets. */
    private static final int LARGE_BYTES = 32 << 20;

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final ScuOptions OPTIONS = ScuOptions.of(new AeTitle("TANDEM"));

    /** Long enough for a request and its acceptance on a machine fifty times slower than most. */
    private static final ScuOptions IMPATIENT =
            OPTIONS.withTimeouts(ScuTimeouts.DEFAULT.withAcse(Duration.ofSeconds(3)));

    private static final List<ProposedContext> ECHO = List.of(ProposedContext.VERIFICATION);
    private static final List<ProposedContext> CT = List.of(
            new ProposedContext(SopClasses.CT_IMAGE_STORAGE, List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));

    private final Path folder;
    private final Path file;

    HostileAcceptorTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = Part10.write(
                folder.resolve("7.dcm"),
                SopClasses.CT_IMAGE_STORAGE,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                Octets.pattern(OBJECT_BYTES));
    }

    @Test
    void anEchoIsSentAsDcmtkSendsIt() throws IOException {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 16384);
                    assertThat(peer.socket().getInputStream().readNBytes(80))
                            .isEqualTo(Octets.of(
                                    "04 00 00 00 00 4a", // P-DATA-TF of 74 bytes
                                    "00 00 00 46 01 03", // PDV of 70 bytes on context 1: last fragment of a command
                                    "00 00 00 00 04 00 00 00 38 00 00 00",
                                    "00 00 02 00 12 00 00 00 '1.2.840.10008.1.1' 00",
                                    "00 00 00 01 02 00 00 00 30 00",
                                    "00 00 10 01 02 00 00 00 01 00",
                                    "00 00 00 08 02 00 00 00 01 01"));
                    peer.sendData(command(1, response(0x8030, 1, 0x0000)));
                    release(peer);
                });
                StorageScu scu = StorageScu.open(acceptor.peer(), OPTIONS, ECHO)) {
            assertThat(scu.echo()).isEqualTo(new StoreResult(0, ""));
        }
    }

    @Test
    void aRejectionSaysWhetherToTryAgainAndWhy() throws IOException {
        assertThat(failureAgainst(peer -> {
                    peer.read();
                    peer.send(Rejection.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu());
                }))
                .hasMessageContaining("called AE title not recognized")
                .extracting(TandemException::kind)
                .isEqualTo(TandemException.Kind.REFUSE);
        assertThat(failureAgainst(peer -> {
                    peer.read();
                    peer.send(Rejection.LOCAL_LIMIT_EXCEEDED.pdu());
                }))
                .extracting(TandemException::kind)
                .isEqualTo(TandemException.Kind.RETRY);
    }

    @Test
    void abortLossSilenceAndGarbageInsteadOfAnAnswerMayPass() throws IOException {
        for (ScriptedAcceptor.Script script : List.<ScriptedAcceptor.Script>of(
                peer -> {
                    peer.read();
                    peer.send(AbortReason.NOT_SPECIFIED.pdu());
                },
                RawPeer::read,
                peer -> peer.send(Octets.of("'SSH-2.0-OpenSSH_9.2' 0d 0a")),
                peer -> peer.send(new ReleaseRequest()))) {
            assertThat(failureAgainst(script).kind()).isEqualTo(TandemException.Kind.RETRY);
        }
        ScriptedAcceptor.Script silence = peer -> {
            peer.read();
            assertThat(peer.isClosed()).isTrue(); // ours gives up
        };
        assertThat(failureAgainst(silence, IMPATIENT).kind()).isEqualTo(TandemException.Kind.RETRY);
    }

    @Test
    void nobodyListeningMayPass() throws IOException {
        Peer nobody = new Peer(new AeTitle("NOBODY"), "127.0.0.1", OutsideProgram.freePort());
        assertThatThrownBy(() -> StorageScu.open(nobody, OPTIONS, ECHO))
                .isInstanceOf(AssociationException.class)
                .hasMessageContaining("NOBODY@127.0.0.1");
    }

    @Test
    void aReleaseAskedForByBothIsAnsweredByBoth() throws IOException {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
            ScriptedAcceptor.accept(peer, 0);
            assertThat(peer.read()).isEqualTo(new ReleaseRequest());
            peer.sendData(pdv(1, DATA | LAST, new byte[10])); // state 7 still takes data
            peer.send(new ReleaseRequest());
            assertThat(peer.read()).isEqualTo(new ReleaseResponse());
            peer.send(new ReleaseResponse());
            assertThat(peer.isClosed()).isTrue();
        })) {
            StorageScu.open(acceptor.peer(), OPTIONS, ECHO).close();
        }
    }

    @Test
    void aReleaseThatIsNotAnsweredEndsInAnAbort() throws IOException {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
            ScriptedAcceptor.accept(peer, 0);
            assertThat(peer.read()).isEqualTo(new ReleaseRequest());
            assertThat(peer.read()).isEqualTo(AbortReason.SERVICE_USER.pdu());
        })) {
            StorageScu.open(acceptor.peer(), IMPATIENT, ECHO).close();
        }
    }

    @Test
    void whatNoContextWasAcceptedForIsNotSent() throws IOException {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    AssociateRequest request = (AssociateRequest) peer.read();
                    peer.send(new AssociateAccept(
                            request.header(),
                            request.applicationContext(),
                            List.of(new AnsweredContext(1, 3, "")),
                            UserInformation.NONE));
                    release(peer);
                });
                StorageScu scu = StorageScu.open(acceptor.peer(), OPTIONS, CT)) {
            StoreResult result = scu.store(file);
            assertThat(result.kind()).isEqualTo(StoreResult.Kind.PERMANENT);
            assertThat(result.comment()).contains("CT Image Storage", "Explicit VR Little Endian");
            assertThat(scu.echo().stored()).isFalse();
        }
    }

    @Test
    void aFileWhoseSyntaxThePeerDoesNotTakeIsRewrittenOnTheWay() throws IOException {
        DataSet dataSet = DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SopClasses.CT_IMAGE_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid("2.25.9"))
                .putIntegers(Tag.ROWS, VR.US, 300)
                .putItems(
                        Tag.SOURCE_IMAGE_SEQUENCE,
                        DataSet.builder().putEmpty(Tag.ROWS, VR.US).build())
                .putBytes(Tag.PIXEL_DATA, VR.OW, Octets.pattern(180_000))
                .build();
        Path bigEndian = folder.resolve("9.dcm");
        DicomFileWriter.write(bigEndian, DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN));
        for (TransferSyntax taken :
                ProposedContexts.of(List.of(bigEndian)).get(1).syntaxes()) {
            assertThat(sentAs(taken, bigEndian)).isEqualTo(DataSetWriter.toBytes(dataSet, taken));
        }
    }

    /** What arrives where the peer refuses the first context and takes the second in this syntax. */
    private static byte[] sentAs(TransferSyntax taken, Path file) throws IOException {
        List<Byte> received = new ArrayList<>();
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    AssociateRequest request = (AssociateRequest) peer.read();
                    peer.send(new AssociateAccept(
                            request.header(),
                            request.applicationContext(),
                            List.of(
                                    new AnsweredContext(1, 4, ""),
                                    new AnsweredContext(3, 0, taken.uid().value())),
                            UserInformation.NONE));
                    peer.readCommand();
                    while (!peer.readPdv(received)) {}
                    peer.sendData(command(3, response(0x8001, 1, 0)));
                    release(peer);
                });
                StorageScu scu = StorageScu.open(acceptor.peer(), OPTIONS, ProposedContexts.of(List.of(file)))) {
            assertThat(scu.store(file).stored()).isTrue();
        }
        return RawPeer.bytes(received);
    }

    @Test
    void fragmentsAreEvenAndNoLongerThanThePeerTakes() throws IOException {
        List<Byte> received = new ArrayList<>();
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 4097);
                    peer.readCommand();
                    boolean last = false;
                    while (!last) {
                        int before = received.size();
                        last = peer.readPdv(received);
                        assertThat((received.size() - before) % 2).isZero();
                        assertThat(received.size() - before).isLessThanOrEqualTo(4090); // 4097 - 6, made even
                    }
                    peer.sendData(command(1, response(0x8001, 1, 0xB000)));
                    release(peer);
                });
                StorageScu scu = StorageScu.open(acceptor.peer(), OPTIONS, CT)) {
            assertThat(scu.store(file).kind()).isEqualTo(StoreResult.Kind.WARNING);
        }
        assertThat(received).hasSize(OBJECT_BYTES);
    }

    @Test
    void anEarlyFailureEndsTheObjectInsteadOfDeadlocking() throws IOException {
        List<Byte> received = new ArrayList<>();
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 4096);
                    peer.readCommand();
                    peer.sendData(command(1, response(0x8001, 1, 0xA700)));
                    while (!peer.readPdv(received)) {}
                    release(peer);
                });
                StorageScu scu = StorageScu.open(acceptor.peer(), OPTIONS, CT)) {
            assertThat(scu.store(large())).isEqualTo(new StoreResult(0xA700, ""));
        }
        assertThat(received.size()).isLessThan(LARGE_BYTES);
    }

    @Test
    void aPeerThatNeverReadsIsCutOff() throws IOException {
        CountDownLatch gaveUp = new CountDownLatch(1);
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
            peer.socket().setReceiveBufferSize(4096);
            ScriptedAcceptor.accept(peer, 0);
            assertThat(gaveUp.await(60, TimeUnit.SECONDS)).isTrue();
        })) {
            Path large = large();
            try (StorageScu scu = StorageScu.open(
                    acceptor.peer(), OPTIONS.withTimeouts(ScuTimeouts.DEFAULT.withBetweenPdus(SHORT)), CT)) {
                assertThatThrownBy(() -> scu.store(large))
                        .isInstanceOf(AssociationException.class)
                        .hasMessageContaining("waiting for the peer to read");
            }
            gaveUp.countDown();
        }
    }

    @Test
    void aPeerThatNeverAnswersIsAborted() throws IOException {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 0);
                    peer.readCommand();
                    List<Byte> object = new ArrayList<>();
                    while (!peer.readPdv(object)) {}
                    assertThat(peer.read()).isEqualTo(AbortReason.SERVICE_USER.pdu());
                });
                StorageScu scu = StorageScu.open(
                        acceptor.peer(), OPTIONS.withTimeouts(ScuTimeouts.DEFAULT.withResponse(SHORT)), CT)) {
            assertThatThrownBy(() -> scu.store(file))
                    .isInstanceOf(AssociationException.class)
                    .hasMessageContaining("timed out");
            assertThatThrownBy(() -> scu.store(file))
                    .isInstanceOf(AssociationException.class)
                    .hasMessageContaining("is over");
        }
    }

    @Test
    void anAnswerToAnotherMessageIsAborted() throws IOException {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 0);
                    peer.readCommand();
                    peer.sendData(command(1, response(0x8030, 2, 0)));
                    assertThat(peer.read()).isEqualTo(AbortReason.SERVICE_USER.pdu());
                });
                StorageScu scu = StorageScu.open(acceptor.peer(), OPTIONS, ECHO)) {
            assertThatThrownBy(scu::echo)
                    .isInstanceOf(AssociationException.class)
                    .hasMessageContaining("answering message 2, expected a response to message 1");
        }
    }

    @Test
    void anAbortInTheMiddleOfAnObjectMayPass() throws IOException {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 0);
                    peer.readCommand();
                    peer.send(AbortReason.NOT_SPECIFIED.pdu());
                });
                StorageScu scu = StorageScu.open(acceptor.peer(), OPTIONS, CT)) {
            assertThatThrownBy(() -> scu.store(file))
                    .isInstanceOfSatisfying(AssociationException.class, e -> assertThat(e.kind())
                            .isEqualTo(TandemException.Kind.RETRY));
        }
    }

    @Test
    void whatIsNoDicomFileIsRefusedBeforeAnythingIsSent() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no DICOM");
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 0);
                    release(peer);
                });
                StorageScu scu = StorageScu.open(acceptor.peer(), OPTIONS, CT)) {
            assertThatThrownBy(() -> scu.store(text))
                    .isInstanceOf(TandemException.class)
                    .hasMessageContaining("notes.txt");
        }
    }

    private Path large() throws IOException {
        return Part10.write(
                folder.resolve("8.dcm"),
                SopClasses.CT_IMAGE_STORAGE,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                Octets.pattern(LARGE_BYTES));
    }

    private static TandemException failureAgainst(ScriptedAcceptor.Script script) throws IOException {
        return failureAgainst(script, OPTIONS);
    }

    private static TandemException failureAgainst(ScriptedAcceptor.Script script, ScuOptions options)
            throws IOException {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(script)) {
            StorageScu.open(acceptor.peer(), options, ECHO).close();
            throw new AssertionError("accepted");
        } catch (AssociationException e) {
            return e;
        }
    }

    private static void release(RawPeer peer) throws IOException {
        assertThat(peer.read()).isEqualTo(new ReleaseRequest());
        peer.send(new ReleaseResponse());
        assertThat(peer.isClosed()).isTrue();
    }

    private static DataSet response(int field, int messageId, int status) {
        return DataSet.builder()
                .putUid(Tag.AFFECTED_SOP_CLASS_UID, new Uid("1.2.840.10008.1.1"))
                .putIntegers(Tag.COMMAND_FIELD, VR.US, field)
                .putIntegers(Tag.MESSAGE_ID_BEING_RESPONDED_TO, VR.US, messageId)
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, 0x0101)
                .putIntegers(Tag.STATUS, VR.US, status)
                .build();
    }
}
