package org.tandem.net.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.net.Octets;

/**
 * Byte strings are those that dcmtk 3.6.7 exchanged with a hand-written acceptor, see PduEncoderTest for the other way.
 */
class PduReaderTest {

    @Test
    void theRequestOfEchoscuIsRead() throws IOException {
        AssociateRequest request = (AssociateRequest) read(
                "01 00 00 00 00 cd", // A-ASSOCIATE-RQ of 205 bytes
                "00 01 00 00 'AINODE          ' 'ECHOSCU         '", // version 1, called, calling
                "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00",
                "10 00 00 15 '1.2.840.10008.3.1.1.1'", // application context
                "20 00 00 2e 01 00 ff 00", // context 1; dcmtk puts ff where the answer has its result
                "30 00 00 11 '1.2.840.10008.1.1'", // Verification
                "40 00 00 11 '1.2.840.10008.1.2'", // implicit VR little endian
                "50 00 00 3a", // user information
                "51 00 00 04 00 00 40 00", // receives PDUs of 16384 bytes
                "52 00 00 1b '1.2.276.0.7230010.3.0.3.6.7'",
                "55 00 00 0f 'OFFIS_DCMTK_367'");

        assertThat(request.header().called()).isEqualTo("AINODE          ");
        assertThat(request.header().calling()).isEqualTo("ECHOSCU         ");
        assertThat(request.header().speaksVersion1()).isTrue();
        assertThat(request.applicationContext()).isEqualTo("1.2.840.10008.3.1.1.1");
        assertThat(request.contexts())
                .containsExactly(new OfferedContext(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2")));
        assertThat(request.user())
                .isEqualTo(new UserInformation(16384, "1.2.276.0.7230010.3.0.3.6.7", "OFFIS_DCMTK_367", List.of()));
    }

    @Test
    void itemsOfUnknownTypeAreSkippedAtEveryLevel() throws IOException {
        AssociateRequest request = (AssociateRequest) read(associate(
                "01", // A-ASSOCIATE-RQ
                "77 00 00 02 aa bb", // unknown item
                "10 00 00 15 '1.2.840.10008.3.1.1.1'",
                "20 00 00 2b 03 00 00 00", // context 3
                "  78 00 00 01 cc", // unknown sub-item
                "  30 00 00 11 '1.2.840.10008.1.1'",
                "  40 00 00 09 '1.2.3.4.5'",
                "50 00 00 2a",
                "  53 00 00 04 00 00 00 00", // asynchronous window
                "  58 00 00 0c 02 00 00 03 'bob' 00 03 'pwd'", // user identity
                "  57 00 00 00", // common extended negotiation, empty
                "  51 00 00 04 00 00 10 00",
                "  99 00 00 02 01 02"));

        assertThat(request.contexts())
                .containsExactly(new OfferedContext(3, "1.2.840.10008.1.1", List.of("1.2.3.4.5")));
        assertThat(request.user().maxLengthBytes()).isEqualTo(4096);
        assertThat(request.toString()).doesNotContain("pwd");
    }

    @Test
    void paddingOfUidsIsDropped() throws IOException {
        AssociateRequest request =
                (AssociateRequest) read(associate("01", "10 00 00 16 '1.2.840.10008.3.1.1.1' 00", "50 00 00 00"));

        assertThat(request.applicationContext()).isEqualTo(AssociateRequest.DICOM_APPLICATION_CONTEXT);
        assertThat(request.user()).isEqualTo(UserInformation.NONE);
    }

    @Test
    void rolesAreRead() throws IOException {
        AssociateRequest request =
                (AssociateRequest) read(associate("01", "50 00 00 15 54 00 00 11 00 0d '1.2.840.10008' 00 01"));

        assertThat(request.user().roles()).containsExactly(new RoleSelection("1.2.840.10008", false, true));
    }

    @Test
    void anItemPastTheEndOfTheOneAroundItIsAViolation() {
        assertInvalid(associate("01", "10 00 00 16 '1.2.840.10008.3.1.1.1'"));
        assertInvalid(associate("01", "20 00 00 08 01 00 00 00 30 00 00 01"));
        assertInvalid(associate("01", "50 00 00 06 54 00 00 02 00 0d"));
        assertInvalid(associate("01", "50 00 00 06 51 00 00 02 00 00"));
        assertInvalid("01 00 00 00 00 03 00 01 00");
    }

    @Test
    void evenZeroAndRepeatedContextIdsAreViolations() {
        assertInvalid(associate("01", "20 00 00 04 02 00 00 00"));
        assertInvalid(associate("01", "20 00 00 04 00 00 00 00"));
        assertInvalid(associate("01", "20 00 00 04 05 00 00 00 20 00 00 04 05 00 00 00"));
    }

    @Test
    void anAcceptanceMayLeaveOutTheSyntaxOfARefusedContext() throws IOException {
        AssociateAccept accept = (AssociateAccept)
                read(associate("02", "21 00 00 04 01 00 03 00", "21 00 00 08 03 00 04 00 40 00 00 00"));

        assertThat(accept.contexts()).containsExactly(new AnsweredContext(1, 3, ""), new AnsweredContext(3, 4, ""));
    }

    @Test
    void thePdusOfFourBytesAreRead() throws IOException {
        assertThat(read("03 00 00 00 00 04 00 01 01 07")).isEqualTo(Rejection.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu());
        assertThat(read("05 00 00 00 00 04 00 00 00 00")).isEqualTo(new ReleaseRequest());
        assertThat(read("06 00 00 00 00 04 00 00 00 00")).isEqualTo(new ReleaseResponse());
        assertThat(read("07 00 00 00 00 04 00 00 02 02")).isEqualTo(AbortReason.UNEXPECTED_PDU.pdu());
        assertThat(read("07 00 00 00 00 06 00 00 00 ff 12 34")).isEqualTo(new Abort(0, 255));
    }

    @Test
    void ofDataOnlyTheHeadIsRead() throws IOException {
        assertThat(read("04 00 ff ff ff ff 12")).isEqualTo(new DataTransfer(0xFFFFFFFFL));
    }

    @Test
    void anUnknownTypeAndAnImpossibleLengthAreViolations() {
        assertViolation(AbortReason.UNRECOGNIZED_PDU, "08 00 00 00 00 04 00 00 00 00");
        assertViolation(AbortReason.UNRECOGNIZED_PDU, "00");
        assertInvalid("01 00 00 10 00 01");
        assertInvalid("01 00 ff ff ff ff");
        assertInvalid("05 00 00 00 01 01");
        assertInvalid("07 00 00 00 00 02 00 00");
    }

    @Test
    void aConnectionThatEndsInsideAPduIsLost() {
        assertThatThrownBy(() -> read("01 00 00 00 00 cd 00 01")).isInstanceOf(PeerClosedException.class);
        assertThatThrownBy(() -> read("05 00 00")).isInstanceOf(PeerClosedException.class);
    }

    /** The lines of an association PDU, its head and its fixed fields put before these items. */
    private static String[] associate(String type, String... items) {
        int length = AssociateHeader.BYTES + Octets.of(items).length;
        String head = String.format(
                "%s 00 %08x 00 01 00 00 'CALLED          CALLING         ' %s", type, length, "00".repeat(32));
        String[] lines = new String[items.length + 1];
        lines[0] = head;
        System.arraycopy(items, 0, lines, 1, items.length);
        return lines;
    }

    private static void assertInvalid(String... lines) {
        assertViolation(AbortReason.INVALID_PARAMETER, lines);
    }

    private static void assertViolation(AbortReason reason, String... lines) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOfSatisfying(
                        ProtocolViolation.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Pdu read(String... lines) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(Octets.of(lines));
        return new PduReader(in).read(in.read());
    }
}
