package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.ProtocolViolation;

/** Commands as dcmtk 3.6.7 sent them, and the responses that it took. */
class CommandSetsTest {

    /** C-ECHO-RQ of echoscu. */
    private static final byte[] ECHO_REQUEST = Octets.of(
            "00 00 00 00 04 00 00 00 38 00 00 00", // group length: 56 bytes follow
            "00 00 02 00 12 00 00 00 '1.2.840.10008.1.1' 00", // affected SOP class: Verification
            "00 00 00 01 02 00 00 00 30 00", // command field: C-ECHO-RQ
            "00 00 10 01 02 00 00 00 01 00", // message id 1
            "00 00 00 08 02 00 00 00 01 01"); // no data set

    /** The C-ECHO-RSP that echoscu was content with. */
    private static final byte[] ECHO_RESPONSE = Octets.of(
            "00 00 00 00 04 00 00 00 42 00 00 00", // group length: 66 bytes follow
            "00 00 02 00 12 00 00 00 '1.2.840.10008.1.1' 00",
            "00 00 00 01 02 00 00 00 30 80", // command field: C-ECHO-RSP
            "00 00 20 01 02 00 00 00 01 00", // responds to message 1
            "00 00 00 08 02 00 00 00 01 01",
            "00 00 00 09 02 00 00 00 00 00"); // status: success

    @Test
    void echoRequestIsWrittenAsDcmtkWritesIt() {
        assertThat(DataSetWriter.commandBytes(Commands.echoRequest(1, SopClasses.VERIFICATION)))
                .isEqualTo(ECHO_REQUEST);
    }

    @Test
    void echoResponseIsWrittenAsDcmtkTakesIt() throws ProtocolViolation {
        Message request = message(CommandSets.decode(ECHO_REQUEST));

        assertThat(request.field()).isEqualTo(CommandField.C_ECHO_RQ);
        assertThat(request.messageId()).isEqualTo(1);
        assertThat(request.hasDataSet()).isFalse();
        assertThat(DataSetWriter.commandBytes(Commands.response(request, StoreOutcome.SUCCESS)))
                .isEqualTo(ECHO_RESPONSE);
    }

    @Test
    void storeRequestOfStorescuIsRead() throws ProtocolViolation {
        Message request = message(CommandSets.decode(Octets.of(
                "00 00 00 00 04 00 00 00 7e 00 00 00",
                "00 00 02 00 1c 00 00 00 '1.2.840.10008.5.1.4.1.1.66.4'",
                "00 00 00 01 02 00 00 00 01 00", // C-STORE-RQ
                "00 00 10 01 02 00 00 00 01 00",
                "00 00 00 07 02 00 00 00 00 00", // priority medium
                "00 00 00 08 02 00 00 00 01 00", // a data set follows
                "00 00 00 10 0a 00 00 00 '2.25.1234' 00")));

        assertThat(request.field()).isEqualTo(CommandField.C_STORE_RQ);
        assertThat(request.hasDataSet()).isTrue();
        assertThat(request.command().uid(Tag.AFFECTED_SOP_CLASS_UID)).contains(SopClasses.SEGMENTATION_STORAGE);
    }

    @Test
    void orderGroupLengthAndUnknownElementsDoNotMatter() throws ProtocolViolation {
        DataSet command = CommandSets.decode(Octets.of(
                "00 00 00 08 02 00 00 00 01 01",
                "00 00 34 12 03 00 00 00 01 02 03", // unknown, of odd length
                "00 00 00 01 02 00 00 00 30 00"));

        assertThat(command.requireInteger(Tag.COMMAND_FIELD)).isEqualTo(0x30);
    }

    @Test
    void whatIsOutsideGroupZeroOrPastTheEndIsMalformed() {
        assertMalformed("08 00 18 00 02 00 00 00 '1 '");
        assertMalformed("00 00 00 01 ff ff ff ff 30 00");
        assertMalformed("00 00 00 01 02");
    }

    @Test
    void anErrorCommentIsCutAndStrippedOfWhatLoCannotHold() {
        Message request = message(Commands.echoRequest(7, SopClasses.VERIFICATION));
        StoreOutcome outcome = new StoreOutcome(DimseStatus.PROCESSING_FAILURE, "a\\b\u00e4\n" + "x".repeat(80));

        DataSet response = Commands.response(request, outcome);

        assertThat(response.requireString(Tag.ERROR_COMMENT)).isEqualTo("a?b??" + "x".repeat(59));
        assertThat(response.requireInteger(Tag.STATUS)).isEqualTo(0x0110);
    }

    private static void assertMalformed(String line) {
        assertThatThrownBy(() -> CommandSets.decode(Octets.of(line))).isInstanceOf(ProtocolViolation.class);
    }

    private static Message message(DataSet command) {
        return new Message(
                new AcceptedContext(1, SopClasses.VERIFICATION, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN), command);
    }
}
