package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.NegotiatedItems;
import org.tandem.net.pdu.OfferedContext;
import org.tandem.net.pdu.OperationsWindow;
import org.tandem.net.pdu.ProposedContext;
import org.tandem.net.pdu.ReleaseRequest;
import org.tandem.net.pdu.ReleaseResponse;

/** Several C-STORE operations under way on one association (PS3.7 D.3.3.3), from both sides. */
@Timeout(300)
class PipelinedStoreTest {

    private static final ScpOptions OPTIONS = ScpOptions.of(new AeTitle("TANDEM"), 0);
    private static final OfferedContext CONTEXT =
            RawPeer.context(1, SopClasses.CT_IMAGE_STORAGE.value(), "1.2.840.10008.1.2.1");

    private final Path folder;
    private final GatedHandler handler = new GatedHandler();

    PipelinedStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void answersInAnyOrderReachTheirFilesAndTheWindowIsNeverExceeded() throws Exception {
        int window = 4;
        List<Path> files = files(24);
        Map<Path, StoreResult> answers = new LinkedHashMap<>();
        try (StorageScp scp = StorageScp.start(OPTIONS, handler)) {
            CompletableFuture<Void> sending = sending(scp, window, files, answers);
            Random random = new Random(3);
            List<GatedHandler.Waiting> held = new ArrayList<>();
            for (int done = 0; done < files.size(); ) {
                while (held.size() < Math.min(window, files.size() - done)) {
                    held.add(handler.next());
                }
                assertThat(handler.waiting).isEmpty();
                Collections.shuffle(held, random);
                GatedHandler.Waiting one = held.remove(0);
                one.outcome().complete(outcomeOf(one.instance()));
                done++;
            }
            sending.get(60, TimeUnit.SECONDS);
        }
        assertThat(answers).hasSize(24);
        answers.forEach((file, answer) -> assertThat(answer.status())
                .as("%s", file)
                .isEqualTo(outcomeOf(Part10.instance(file)).status().code()));
        assertThat(new ArrayList<>(answers.keySet())).isNotEqualTo(files);
        assertThat(handler.ended.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void withoutAWindowOneObjectIsUnderWay() throws Exception {
        RecordingHandler recording = new RecordingHandler();
        Map<Path, StoreResult> answers = new LinkedHashMap<>();
        List<Path> files = files(3);
        try (StorageScp scp = StorageScp.start(OPTIONS, recording)) {
            sending(scp, 1, files, answers).get(60, TimeUnit.SECONDS);
        }
        assertThat(answers.keySet()).containsExactlyElementsOf(files);
    }

    @Test
    void anAcceptorThatGrantsNothingGetsOneObjectAtATime() throws Exception {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
            AssociateRequest request = ScriptedAcceptor.accept(peer, 0);
            assertThat(request.user().items().window()).contains(new OperationsWindow(8, 1));
            for (int id = 1; id <= 2; id++) {
                readStore(peer);
                peer.socket().setSoTimeout(200);
                assertThatThrownBy(() -> peer.socket().getInputStream().read()).hasMessageContaining("timed out");
                peer.socket().setSoTimeout(60_000);
                peer.sendData(RawPeer.command(1, response(id)));
            }
            assertThat(peer.read()).isEqualTo(new ReleaseRequest());
            peer.send(new ReleaseResponse());
        })) {
            List<Path> files = files(2);
            Peer peer = acceptor.peer().withTerms(PeerTerms.DEFAULT.withOperations(8));
            try (StorageScu scu = StorageScu.open(peer, ScuOptions.of(new AeTitle("SENDER")), contexts())) {
                files.forEach(file ->
                        scu.send(file, answer -> assertThat(answer.stored()).isTrue()));
                scu.awaitAnswers();
            }
        }
    }

    @Test
    void anAbortInMidFlightLeavesExactlyWhatWasNotAnswered() throws Exception {
        List<Path> files = files(4);
        List<Path> answered = new ArrayList<>();
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
            ScriptedAcceptor.acceptWindow(peer, new OperationsWindow(4, 1));
            for (int i = 0; i < 4; i++) {
                readStore(peer);
            }
            peer.sendData(RawPeer.command(1, response(3)));
            peer.sendData(RawPeer.command(1, response(2)));
            peer.send(AbortReason.SERVICE_USER.pdu());
        })) {
            Peer peer = acceptor.peer().withTerms(PeerTerms.DEFAULT.withOperations(4));
            StorageScu scu = StorageScu.open(peer, ScuOptions.of(new AeTitle("SENDER")), contexts());
            files.forEach(file -> scu.send(file, answer -> answered.add(file)));
            assertThatThrownBy(scu::awaitAnswers).isInstanceOf(AssociationException.class);
            assertThat(answered).containsExactly(files.get(2), files.get(1));
            assertThat(scu.unanswered()).containsExactly(files.get(0), files.get(3));
        }
    }

    @Test
    void aPeerThatSendsMoreThanItsWindowIsNotReadUntilThereIsRoom() throws Exception {
        try (StorageScp scp = StorageScp.start(OPTIONS, handler);
                RawPeer peer = associate(scp, 2)) {
            for (int id = 1; id <= 3; id++) {
                sendStore(peer, id, "2.25." + id);
            }
            GatedHandler.Waiting first = handler.next();
            GatedHandler.Waiting second = handler.next();
            assertThat(handler.waiting.poll(200, TimeUnit.MILLISECONDS)).isNull();

            first.succeed();
            GatedHandler.Waiting third = handler.next();
            assertThat(third.instance()).isEqualTo(new Uid("2.25.3"));
            assertThat(answered(peer.readCommand())).isEqualTo(1);
            second.succeed();
            third.succeed();
        }
    }

    @Test
    void aMessageIdThatIsUnderWayIsADuplicateInvocation() throws Exception {
        try (StorageScp scp = StorageScp.start(OPTIONS, handler);
                RawPeer peer = associate(scp, 4)) {
            sendStore(peer, 7, "2.25.1");
            GatedHandler.Waiting first = handler.next();
            sendStore(peer, 7, "2.25.2");

            assertThat(peer.readCommand().integer(Tag.STATUS)).hasValue(0x0210);
            first.succeed();
            assertThat(peer.readCommand().integer(Tag.STATUS)).hasValue(0);
        }
    }

    @Test
    void releaseIsAnsweredAfterAllObjects() throws Exception {
        try (StorageScp scp = StorageScp.start(OPTIONS, handler);
                RawPeer peer = associate(scp, 4)) {
            sendStore(peer, 1, "2.25.1");
            sendStore(peer, 2, "2.25.2");
            peer.send(new ReleaseRequest());
            GatedHandler.Waiting first = handler.next();
            handler.next().succeed();
            assertThat(answered(peer.readCommand())).isEqualTo(2);
            first.succeed();
            assertThat(answered(peer.readCommand())).isEqualTo(1);
            assertThat(peer.read()).isEqualTo(new ReleaseResponse());
        }
    }

    @Test
    void anAssociationThatIsLostEndsWhenItsLastObjectHasAnOutcome() throws Exception {
        try (StorageScp scp = StorageScp.start(OPTIONS, handler)) {
            RawPeer peer = associate(scp, 4);
            sendStore(peer, 1, "2.25.1");
            GatedHandler.Waiting first = handler.next();
            peer.close();
            assertThatThrownBy(() -> handler.ended.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            first.succeed();
            assertThat(handler.ended.get(60, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void anOutcomeThatIsAnExceptionIsAnsweredAsOne() throws Exception {
        try (StorageScp scp = StorageScp.start(OPTIONS, handler);
                RawPeer peer = associate(scp, 4)) {
            sendStore(peer, 1, "2.25.1");
            handler.next().outcome().completeExceptionally(new IOException("disk"));
            assertThat(peer.readCommand().integer(Tag.STATUS)).hasValue(0xA700);
            sendStore(peer, 2, "2.25.2");
            handler.next().outcome().completeExceptionally(new IllegalStateException("bug"));
            assertThat(peer.readCommand().integer(Tag.STATUS)).hasValue(0x0110);
        }
    }

    private static CompletableFuture<Void> sending(
            StorageScp scp, int window, List<Path> files, Map<Path, StoreResult> answers) {
        Peer peer = new Peer(new AeTitle("TANDEM"), "127.0.0.1", scp.port())
                .withTerms(PeerTerms.DEFAULT.withOperations(window));
        return CompletableFuture.runAsync(() -> {
            try (StorageScu scu = StorageScu.open(peer, ScuOptions.of(new AeTitle("SENDER")), contexts())) {
                files.forEach(file -> scu.send(file, answer -> answers.put(file, answer)));
            }
        });
    }

    /** Every third object fails, each in its own way. */
    private static StoreOutcome outcomeOf(Uid instance) {
        return switch ((int) (Long.parseLong(instance.value().substring(5)) % 6)) {
            case 0 -> new StoreOutcome(DimseStatus.OUT_OF_RESOURCES, "full");
            case 3 -> new StoreOutcome(DimseStatus.CANNOT_UNDERSTAND, "odd");
            default -> StoreOutcome.SUCCESS;
        };
    }

    private List<Path> files(int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            files.add(Part10.write(
                    folder.resolve(i + ".dcm"),
                    SopClasses.CT_IMAGE_STORAGE,
                    TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                    Octets.pattern(1000 * i)));
        }
        return files;
    }

    private static List<ProposedContext> contexts() {
        return List.of(
                new ProposedContext(SopClasses.CT_IMAGE_STORAGE, List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
    }

    private static RawPeer associate(StorageScp scp, int window) throws IOException {
        RawPeer peer = RawPeer.connect(scp.port());
        AssociateRequest plain = RawPeer.request("TANDEM", "TESTER", CONTEXT);
        NegotiatedItems items = NegotiatedItems.NONE.withWindow(new OperationsWindow(window, 1));
        peer.send(new AssociateRequest(
                plain.header(),
                plain.applicationContext(),
                plain.contexts(),
                plain.user().withItems(items)));
        AssociateAccept accept = (AssociateAccept) peer.read();
        assertThat(accept.user().items().window()).contains(new OperationsWindow(window, 1));
        return peer;
    }

    private static void sendStore(RawPeer peer, int id, String instance) throws IOException {
        peer.sendData(
                RawPeer.command(1, Commands.storeRequest(id, SopClasses.CT_IMAGE_STORAGE, new Uid(instance))),
                RawPeer.pdv(1, RawPeer.DATA | RawPeer.LAST, new byte[100]));
    }

    private static void readStore(RawPeer peer) throws IOException {
        peer.readCommand();
        List<Byte> data = new ArrayList<>();
        boolean last = false;
        while (!last) {
            last = peer.readPdv(data);
        }
    }

    private static DataSet response(int id) {
        return DataSet.builder()
                .putIntegers(Tag.COMMAND_FIELD, VR.US, 0x8001)
                .putIntegers(Tag.MESSAGE_ID_BEING_RESPONDED_TO, VR.US, id)
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, Message.NO_DATA_SET)
                .putIntegers(Tag.STATUS, VR.US, 0)
                .build();
    }

    private static int answered(DataSet response) {
        return response.integer(Tag.MESSAGE_ID_BEING_RESPONDED_TO).orElse(0);
    }
}
