package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetReader;
import org.tandem.dicom.DataSetWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.ProtocolViolation;

/** The messages of storage commitment as PS3.4 J.3 and PS3.7 10.3 lay them out, byte by byte. */
class CommitmentMessagesTest {

    private static final TransferSyntax IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    private static final SopReference SEGMENTATION =
            new SopReference(SopClasses.SEGMENTATION_STORAGE, new Uid("2.25.7"));

    @Test
    void theRequestIsAnActionOnTheWellKnownInstance() {
        assertThat(DataSetWriter.commandBytes(Commands.actionRequest(3, StorageCommitment.REQUEST)))
                .isEqualTo(Octets.of(
                        "00 00 00 00 04 00 00 00 62 00 00 00", // group length: 98 bytes follow
                        "00 00 03 00 14 00 00 00 '1.2.840.10008.1.20.1'", // requested SOP class
                        "00 00 00 01 02 00 00 00 30 01", // N-ACTION-RQ
                        "00 00 10 01 02 00 00 00 03 00", // message id 3
                        "00 00 00 08 02 00 00 00 01 00", // a data set follows
                        "00 00 01 10 16 00 00 00 '1.2.840.10008.1.20.1.1'", // requested SOP instance
                        "00 00 08 10 02 00 00 00 01 00")); // action type 1
    }

    @Test
    void theReportIsAnEventOfTheWellKnownInstance() {
        assertThat(DataSetWriter.commandBytes(Commands.eventReport(4, 2)))
                .isEqualTo(Octets.of(
                        "00 00 00 00 04 00 00 00 62 00 00 00",
                        "00 00 02 00 14 00 00 00 '1.2.840.10008.1.20.1'", // affected SOP class
                        "00 00 00 01 02 00 00 00 00 01", // N-EVENT-REPORT-RQ
                        "00 00 10 01 02 00 00 00 04 00",
                        "00 00 00 08 02 00 00 00 01 00",
                        "00 00 00 10 16 00 00 00 '1.2.840.10008.1.20.1.1'", // affected SOP instance
                        "00 00 02 10 02 00 00 00 02 00")); // event type 2: failures exist
    }

    @Test
    void responsesNameClassInstanceAndType() throws ProtocolViolation {
        AcceptedContext context = new AcceptedContext(1, StorageCommitment.SOP_CLASS, IMPLICIT);
        Message request = new Message(context, Commands.actionRequest(3, StorageCommitment.REQUEST));

        assertThat(DataSetWriter.commandBytes(Commands.response(request, StoreOutcome.SUCCESS)))
                .isEqualTo(Octets.of(
                        "00 00 00 00 04 00 00 00 6c 00 00 00", // 108
                        "00 00 02 00 14 00 00 00 '1.2.840.10008.1.20.1'", // affected, in every response
                        "00 00 00 01 02 00 00 00 30 81", // N-ACTION-RSP
                        "00 00 20 01 02 00 00 00 03 00",
                        "00 00 00 08 02 00 00 00 01 01",
                        "00 00 00 09 02 00 00 00 00 00",
                        "00 00 00 10 16 00 00 00 '1.2.840.10008.1.20.1.1'",
                        "00 00 08 10 02 00 00 00 01 00"));
    }

    @Test
    void aResultNamesWhatIsKeptAndWhatIsNotAndWhy() {
        CommitmentResult result = new CommitmentResult(
                new Uid("2.25.9"),
                List.of(),
                List.of(new CommitmentFailure(SEGMENTATION, CommitmentFailure.Reason.NO_SUCH_OBJECT_INSTANCE)));

        assertThat(result.eventType()).isEqualTo(2);
        assertThat(DataSetWriter.toBytes(result.dataSet(), IMPLICIT))
                .isEqualTo(Octets.of(
                        "08 00 95 11 06 00 00 00 '2.25.9'", // Transaction UID
                        "08 00 98 11 44 00 00 00", // Failed SOP Sequence, 68 bytes
                        "fe ff 00 e0 3c 00 00 00", // its item, 60 bytes
                        "08 00 50 11 1c 00 00 00 '1.2.840.10008.5.1.4.1.1.66.4'",
                        "08 00 55 11 06 00 00 00 '2.25.7'",
                        "08 00 97 11 02 00 00 00 12 01")); // Failure Reason 0112H
        assertThat(result.failed()).hasToString("[2.25.7 0112H NO_SUCH_OBJECT_INSTANCE]");
    }

    @Test
    void aRequestForNothingAndOneWithoutATransactionAreRefused() {
        assertThatThrownBy(() -> new CommitmentRequest(new Uid("2.25.9"), List.of()))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("expected at least one");
        assertThatThrownBy(() -> CommitmentRequest.of(DataSet.EMPTY)).isInstanceOf(TandemException.class);
    }

    @Property(tries = 50)
    void whatIsWrittenIsRead(@ForAll("results") CommitmentResult result) {
        DataSet dataSet = DataSetReader.read(DataSetWriter.toBytes(result.dataSet(), IMPLICIT), IMPLICIT);

        assertThat(CommitmentResult.of(dataSet)).isEqualTo(result);
        if (!result.committed().isEmpty()) {
            CommitmentRequest request = new CommitmentRequest(result.transaction(), result.committed());
            DataSet asked = DataSetReader.read(DataSetWriter.toBytes(request.dataSet(), IMPLICIT), IMPLICIT);
            assertThat(CommitmentRequest.of(asked)).isEqualTo(request);
        }
    }

    @Provide
    Arbitrary<CommitmentResult> results() {
        Arbitrary<Uid> uids = Arbitraries.longs().greaterOrEqual(0).map(number -> new Uid("2.25." + number));
        Arbitrary<SopReference> references = Combinators.combine(uids, uids).as(SopReference::new);
        Arbitrary<CommitmentFailure> failures = Combinators.combine(
                        references, Arbitraries.integers().between(0, 0xFFFF))
                .as(CommitmentFailure::new);
        return Combinators.combine(
                        uids, references.list().ofMaxSize(5), failures.list().ofMaxSize(5))
                .as(CommitmentResult::new);
    }
}
