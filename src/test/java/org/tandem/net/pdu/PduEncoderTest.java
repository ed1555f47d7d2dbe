package org.tandem.net.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.net.Octets;

/** The acceptance is the one that dcmtk 3.6.7's storescu took from a hand-written acceptor. */
class PduEncoderTest {

    private static final String ZEROS = "\0".repeat(AssociateHeader.RESERVED_BYTES);

    @Test
    void anAcceptanceIsLaidOutAsStorescuTookIt() {
        AssociateAccept accept = new AssociateAccept(
                new AssociateHeader(1, "AINODE          ", "STORESCU        ", ZEROS),
                AssociateRequest.DICOM_APPLICATION_CONTEXT,
                List.of(
                        new AnsweredContext(1, 0, "1.2.840.10008.1.2.1"),
                        new AnsweredContext(3, 0, "1.2.840.10008.1.2.2")),
                new UserInformation(16384, "2.25.1", "AINODE_01", List.of()));

        assertThat(PduEncoder.encode(accept))
                .isEqualTo(Octets.of(
                        "02 00 00 00 00 be", // A-ASSOCIATE-AC of 190 bytes
                        "00 01 00 00 'AINODE          STORESCU        '",
                        "00".repeat(32),
                        "10 00 00 15 '1.2.840.10008.3.1.1.1'",
                        "21 00 00 1b 01 00 00 00 40 00 00 13 '1.2.840.10008.1.2.1'", // context 1, result 0
                        "21 00 00 1b 03 00 00 00 40 00 00 13 '1.2.840.10008.1.2.2'", // context 3, result 0
                        "50 00 00 1f",
                        "51 00 00 04 00 00 40 00",
                        "52 00 00 06 '2.25.1'",
                        "55 00 00 09 'AINODE_01'"));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws IOException {
        AssociateRequest request = new AssociateRequest(
                AssociateHeader.of("PACS", "TANDEM"),
                AssociateRequest.DICOM_APPLICATION_CONTEXT,
                List.of(
                        new OfferedContext(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2")),
                        new OfferedContext(255, "1.2.3", List.of("1.2.840.10008.1.2.1", "1.2.840.10008.1.2"))),
                new UserInformation(0xFFFFFFFFL, "2.25.1", "", List.of(new RoleSelection("1.2.3", true, false))));

        assertThat(reread(request)).isEqualTo(request);
    }

    @Test
    void thePdusOfFourBytesReadBackTheSame() throws IOException {
        for (Pdu pdu : List.of(
                Rejection.LOCAL_LIMIT_EXCEEDED.pdu(),
                AbortReason.INVALID_PARAMETER.pdu(),
                new ReleaseRequest(),
                new ReleaseResponse())) {
            assertThat(PduEncoder.encode(pdu)).hasSize(10);
            assertThat(reread(pdu)).isEqualTo(pdu);
        }
    }

    private static Pdu reread(Pdu pdu) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(PduEncoder.encode(pdu));
        return new PduReader(in).read(in.read());
    }
}
