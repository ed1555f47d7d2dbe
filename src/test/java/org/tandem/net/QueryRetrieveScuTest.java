package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DataSetReader;
import org.tandem.dicom.DataSetWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.net.pdu.Abort;
import org.tandem.net.pdu.AnsweredContext;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.ReleaseRequest;
import org.tandem.net.pdu.ReleaseResponse;
import org.tandem.net.pdu.RoleSelection;
import org.tandem.net.pdu.UserInformation;

/** Queries and retrievals of an archive that does what the test says, good or bad. */
final class QueryRetrieveScuTest {

    private static final int FIND = 1;
    private static final int MOVE = 3;
    private static final int GET = 1;
    private static final int STORAGE = 3;
    private static final int PENDING = 0xFF00;
    private static final int FAILED = 0xA700;
    private static final AeTitle US = new AeTitle("TANDEM");

    @Test
    void matchesComeAsTheArchiveSendsThemUntilItIsDone() throws Exception {
        try (ScriptedAcceptor archive = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 16384);
                    DataSet command = peer.readCommand();
                    assertThat(command.integer(Tag.COMMAND_FIELD)).hasValue(0x0020);
                    assertThat(command.string(Tag.AFFECTED_SOP_CLASS_UID)).contains("1.2.840.10008.5.1.4.1.2.2.1");
                    DataSet identifier = identifier(peer);
                    assertThat(identifier.string(Tag.QUERY_RETRIEVE_LEVEL)).contains("STUDY");
                    assertThat(identifier.string(Tag.PATIENT_NAME)).contains("山田*");
                    assertThat(identifier.contains(Tag.STUDY_DATE)).isTrue();
                    answer(peer, FIND, response(command, PENDING), study("1.2"));
                    answer(peer, FIND, response(command, 0xFF01), study("1.3"));
                    answer(peer, FIND, response(command, 0), DataSet.EMPTY);
                    release(peer);
                });
                QueryRetrieveScu scu = open(archive)) {
            List<DataSet> found = new ArrayList<>();

            QueryStatus status =
                    scu.find(QueryKeys.all(QueryLevel.STUDY).matching(Tag.PATIENT_NAME, "山田*"), found::add);

            assertThat(status.success()).isTrue();
            assertThat(found).containsExactly(study("1.2"), study("1.3"));
        }
    }

    @Test
    void anArchiveWithoutEndIsAskedOnceToStop() throws Exception {
        try (ScriptedAcceptor archive = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 16384);
                    DataSet command = peer.readCommand();
                    identifier(peer);
                    for (int i = 0; i < 5; i++) {
                        answer(peer, FIND, response(command, PENDING), study("1." + i));
                    }
                    DataSet cancel = peer.readCommand();
                    assertThat(cancel.integer(Tag.COMMAND_FIELD)).hasValue(0x0FFF);
                    assertThat(cancel.integer(Tag.MESSAGE_ID_BEING_RESPONDED_TO))
                            .hasValue(command.requireInteger(Tag.MESSAGE_ID));
                    answer(peer, FIND, response(command, PENDING), study("1.9"));
                    answer(peer, FIND, response(command, 0xFE00), DataSet.EMPTY);
                    release(peer);
                });
                QueryRetrieveScu scu = open(archive)) {
            List<DataSet> found = new ArrayList<>();

            QueryStatus status = scu.find(QueryKeys.all(QueryLevel.STUDY), match -> {
                found.add(match);
                return found.size() < 2;
            });

            assertThat(status.cancelled()).isTrue();
            assertThat(found).as("what was under way still comes").hasSize(6);
        }
    }

    @Test
    void aRefusalIsAnAnswer() throws Exception {
        try (ScriptedAcceptor archive = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 16384);
                    DataSet command = peer.readCommand();
                    identifier(peer);
                    DataSet refused = response(command, FAILED).toBuilder()
                            .putText(Tag.ERROR_COMMENT, VR.LO, "busy")
                            .build();
                    answer(peer, FIND, refused, DataSet.EMPTY);
                    release(peer);
                });
                QueryRetrieveScu scu = open(archive)) {
            assertThat(scu.find(QueryKeys.of(QueryLevel.STUDY), match -> true)).hasToString("A700H failure: busy");
        }
    }

    @Test
    void anAnswerToAnotherMessageEndsTheAssociation() throws Exception {
        try (ScriptedAcceptor archive = new ScriptedAcceptor(peer -> {
            ScriptedAcceptor.accept(peer, 16384);
            DataSet command = peer.readCommand();
            identifier(peer);
            DataSet other = response(command, PENDING).toBuilder()
                    .putIntegers(Tag.MESSAGE_ID_BEING_RESPONDED_TO, VR.US, 99)
                    .build();
            answer(peer, FIND, other, study("1.2"));
            assertThat(peer.read()).isInstanceOf(Abort.class);
        })) {
            QueryRetrieveScu scu = open(archive);
            assertThatThrownBy(() -> scu.find(QueryKeys.of(QueryLevel.STUDY), match -> true))
                    .isInstanceOf(AssociationException.class)
                    .hasMessageContaining("response to message 99, expected one to message 1");
            assertThatThrownBy(() -> scu.find(QueryKeys.of(QueryLevel.STUDY), match -> true))
                    .hasMessageContaining("is over");
        }
    }

    @Test
    void aPeerThatAsksSomethingInAQueryEndsTheAssociation() throws Exception {
        try (ScriptedAcceptor archive = new ScriptedAcceptor(peer -> {
            ScriptedAcceptor.accept(peer, 16384);
            peer.readCommand();
            identifier(peer);
            peer.sendData(
                    RawPeer.command(FIND, Commands.storeRequest(1, SopClasses.CT_IMAGE_STORAGE, new Uid("2.25.1"))));
            assertThat(peer.read()).isInstanceOf(Abort.class);
        })) {
            QueryRetrieveScu scu = open(archive);
            assertThatThrownBy(() -> scu.find(QueryKeys.of(QueryLevel.STUDY), match -> true))
                    .isInstanceOf(AssociationException.class)
                    .hasMessageContaining("command 0001H, expected a response");
        }
    }

    @Test
    void anArchiveThatSaysNothingIsNotWaitedForForEver() throws Exception {
        try (ScriptedAcceptor archive = new ScriptedAcceptor(peer -> {
            ScriptedAcceptor.accept(peer, 16384);
            peer.readCommand();
            identifier(peer);
            assertThat(peer.read()).isInstanceOf(Abort.class);
        })) {
            ScuOptions impatient =
                    ScuOptions.of(US).withTimeouts(ScuTimeouts.DEFAULT.withResponse(Duration.ofMillis(200)));
            QueryRetrieveScu scu = QueryRetrieveScu.open(archive.peer(), impatient, QueryRetrieveModel.STUDY_ROOT);
            assertThatThrownBy(() -> scu.find(QueryKeys.of(QueryLevel.STUDY), match -> true))
                    .isInstanceOf(AssociationException.class);
        }
    }

    @Test
    void whatAMoveCouldNotSendIsTold() throws Exception {
        try (ScriptedAcceptor archive = new ScriptedAcceptor(peer -> {
                    ScriptedAcceptor.accept(peer, 16384);
                    DataSet command = peer.readCommand();
                    assertThat(command.integer(Tag.COMMAND_FIELD)).hasValue(0x0021);
                    assertThat(command.string(Tag.MOVE_DESTINATION)).contains("TANDEM");
                    identifier(peer);
                    answer(peer, MOVE, counted(response(command, PENDING), 1, 1, 0), DataSet.EMPTY);
                    DataSet failed = DataSet.builder()
                            .putText(Tag.FAILED_SOP_INSTANCE_UID_LIST, VR.UI, "1.2.5")
                            .build();
                    answer(peer, MOVE, counted(response(command, 0xB000), 0, 1, 1), failed);
                    release(peer);
                });
                QueryRetrieveScu scu = open(archive)) {
            List<SubOperations> progress = new ArrayList<>();

            Retrieved moved = scu.move(QueryKeys.of(QueryLevel.STUDY), US, progress::add);

            assertThat(moved.complete()).isFalse();
            assertThat(moved.status().warning()).isTrue();
            assertThat(moved.failed()).containsExactly("1.2.5");
            assertThat(progress).containsExactly(new SubOperations(1, 1, 0, 0), new SubOperations(0, 1, 1, 0));
        }
    }

    @Test
    void whatAGetBringsIsStoredOverTheSameAssociation() throws Exception {
        RecordingHandler handler = new RecordingHandler();
        byte[] image = DataSetWriter.toBytes(study("1.2"), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        try (ScriptedAcceptor archive = new ScriptedAcceptor(peer -> {
                    AssociateRequest request = ScriptedAcceptor.accept(
                            peer, 16384, List.of(new RoleSelection(SopClasses.CT_IMAGE_STORAGE.value(), false, true)));
                    assertThat(request.user().roles())
                            .containsExactly(new RoleSelection(SopClasses.CT_IMAGE_STORAGE.value(), false, true));
                    DataSet command = peer.readCommand();
                    assertThat(command.integer(Tag.COMMAND_FIELD)).hasValue(0x0010);
                    identifier(peer);
                    assertThat(stores(peer, SopClasses.CT_IMAGE_STORAGE, image)).isEqualTo(0);
                    answer(peer, GET, counted(response(command, PENDING), 1, 1, 0), DataSet.EMPTY);
                    assertThat(stores(peer, SopClasses.MR_IMAGE_STORAGE, image))
                            .as("a class that was never agreed on")
                            .isEqualTo(0x0122);
                    answer(peer, GET, counted(response(command, 0xB000), 0, 1, 1), DataSet.EMPTY);
                    release(peer);
                });
                QueryRetrieveScu scu = QueryRetrieveScu.openToGet(
                        archive.peer(),
                        ScuOptions.of(US),
                        QueryRetrieveModel.STUDY_ROOT,
                        List.of(SopClasses.CT_IMAGE_STORAGE))) {
            Retrieved got = scu.get(QueryKeys.of(QueryLevel.STUDY), handler, progress -> {});

            assertThat(got.subOperations()).isEqualTo(new SubOperations(0, 1, 1, 0));
            assertThat(handler.stored).containsOnlyKeys(new Uid("2.25.1"));
            assertThat(handler.stored.get(new Uid("2.25.1"))).isEqualTo(image);
            assertThat(handler.requests.get(new Uid("2.25.1")).association().calling())
                    .isEqualTo(archive.peer().aeTitle());
        }
        assertThat(handler.next()).isEqualTo("began");
        assertThat(handler.next()).isEqualTo("released");
    }

    @Test
    void anArchiveThatDoesNotOfferTheServiceSaysSo() throws Exception {
        try (ScriptedAcceptor archive = new ScriptedAcceptor(peer -> {
                    AssociateRequest request = (AssociateRequest) peer.read();
                    peer.send(new AssociateAccept(
                            request.header(),
                            request.applicationContext(),
                            request.contexts().stream()
                                    .map(c -> new AnsweredContext(
                                            c.id(),
                                            AnsweredContext.ABSTRACT_SYNTAX_NOT_SUPPORTED,
                                            c.transferSyntaxes().get(0)))
                                    .toList(),
                            UserInformation.NONE));
                    release(peer);
                });
                QueryRetrieveScu scu = open(archive)) {
            assertThat(scu.find(QueryKeys.of(QueryLevel.STUDY), match -> true))
                    .hasToString("0122H failure: No accepted presentation context for C-FIND");
            assertThat(scu.move(QueryKeys.of(QueryLevel.STUDY), US, progress -> {})
                            .complete())
                    .isFalse();
        }
    }

    @Test
    void noMoreThan128ContextsAreProposedTheMostReadableFirst() throws Exception {
        try (ScriptedAcceptor archive = new ScriptedAcceptor(peer -> {
                    AssociateRequest request = ScriptedAcceptor.accept(peer, 16384);
                    assertThat(request.contexts()).hasSize(128);
                    assertThat(request.contexts().get(1).transferSyntaxes())
                            .contains(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN
                                    .uid()
                                    .value());
                    release(peer);
                });
                QueryRetrieveScu scu = QueryRetrieveScu.openToGet(
                        archive.peer(), ScuOptions.of(US), QueryRetrieveModel.STUDY_ROOT, SopClasses.storage())) {
            assertThat(scu).isNotNull();
        }
    }

    private static QueryRetrieveScu open(ScriptedAcceptor archive) {
        return QueryRetrieveScu.open(archive.peer(), ScuOptions.of(US), QueryRetrieveModel.STUDY_ROOT);
    }

    /** Sends a C-STORE, and answers the status that it got. */
    private static int stores(RawPeer peer, Uid sopClass, byte[] dataSet) throws IOException {
        peer.sendData(
                RawPeer.command(STORAGE, Commands.storeRequest(7, sopClass, new Uid("2.25.1"))),
                RawPeer.pdv(STORAGE, RawPeer.LAST, dataSet));
        DataSet answer = peer.readCommand();
        assertThat(answer.integer(Tag.MESSAGE_ID_BEING_RESPONDED_TO)).hasValue(7);
        return answer.requireInteger(Tag.STATUS);
    }

    private static DataSet identifier(RawPeer peer) throws IOException {
        List<Byte> bytes = new ArrayList<>();
        boolean last = false;
        while (!last) {
            last = peer.readPdv(bytes);
        }
        return DataSetReader.read(RawPeer.bytes(bytes), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static void answer(RawPeer peer, int context, DataSet command, DataSet identifier) throws IOException {
        if (identifier.isEmpty()) {
            peer.sendData(RawPeer.command(context, command));
            return;
        }
        DataSet announced = command.toBuilder()
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, 1)
                .build();
        peer.sendData(RawPeer.command(context, announced));
        peer.sendData(RawPeer.pdv(
                context, RawPeer.LAST, DataSetWriter.toBytes(identifier, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
    }

    private static DataSet response(DataSet request, int status) {
        return DataSet.builder()
                .putIntegers(Tag.COMMAND_FIELD, VR.US, request.requireInteger(Tag.COMMAND_FIELD) | 0x8000)
                .putIntegers(Tag.MESSAGE_ID_BEING_RESPONDED_TO, VR.US, request.requireInteger(Tag.MESSAGE_ID))
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, Message.NO_DATA_SET)
                .putIntegers(Tag.STATUS, VR.US, status)
                .build();
    }

    private static DataSet counted(DataSet response, int remaining, int completed, int failed) {
        DataSetBuilder counted = response.toBuilder();
        return counted.putIntegers(Tag.NUMBER_OF_REMAINING_SUBOPERATIONS, VR.US, remaining)
                .putIntegers(Tag.NUMBER_OF_COMPLETED_SUBOPERATIONS, VR.US, completed)
                .putIntegers(Tag.NUMBER_OF_FAILED_SUBOPERATIONS, VR.US, failed)
                .putIntegers(Tag.NUMBER_OF_WARNING_SUBOPERATIONS, VR.US, 0)
                .build();
    }

    private static DataSet study(String uid) {
        return DataSet.builder().putUid(Tag.STUDY_INSTANCE_UID, new Uid(uid)).build();
    }

    private static void release(RawPeer peer) throws IOException {
        assertThat(peer.read()).isInstanceOf(ReleaseRequest.class);
        peer.send(new ReleaseResponse());
    }
}
