package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.net.RawPeer.context;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.CommonExtendedNegotiation;
import org.tandem.net.pdu.ExtendedNegotiation;
import org.tandem.net.pdu.NegotiatedItems;
import org.tandem.net.pdu.OfferedContext;
import org.tandem.net.pdu.OperationsWindow;
import org.tandem.net.pdu.Pdu;
import org.tandem.net.pdu.Rejection;
import org.tandem.net.pdu.ReleaseRequest;
import org.tandem.net.pdu.ReleaseResponse;

/** What an acceptor answers to the items that a requestor negotiates with. */
class AcceptanceTest {

    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String ECHO = "1.2.840.10008.1.1";
    private static final OfferedContext CONTEXT = context(1, CT, "1.2.840.10008.1.2");
    private static final ScpOptions OPTIONS = ScpOptions.of(new AeTitle("TANDEM"), 0);

    private final RecordingHandler handler = new RecordingHandler();

    @Test
    void whatWasNotAskedIsNotAnswered() throws IOException {
        assertThat(answer(OPTIONS, NegotiatedItems.NONE)).isEqualTo(NegotiatedItems.NONE);
    }

    @Test
    void theWindowIsAnsweredWithWhatIsHonoured() throws IOException {
        ScpOptions four =
                OPTIONS.withLimits(ScpLimits.DEFAULT.withAssociations(AssociationLimits.DEFAULT.withOperations(4)));

        assertThat(answer(four, NegotiatedItems.NONE.withWindow(new OperationsWindow(0, 5)))
                        .window())
                .contains(new OperationsWindow(4, 1));
    }

    @Test
    void storageSaysThatItKeepsEverythingAndOtherClassesSayNothing() throws IOException {
        NegotiatedItems asked = NegotiatedItems.NONE.withExtended(
                List.of(new ExtendedNegotiation(CT, "\u0003"), new ExtendedNegotiation(ECHO, "\u0001")));

        assertThat(answer(OPTIONS, asked).extended()).containsExactly(ExtendedNegotiation.ofStorage(CT));
    }

    @Test
    void commonExtendedNegotiationIsNeverAnswered() throws IOException {
        NegotiatedItems asked = NegotiatedItems.NONE.withCommon(
                List.of(new CommonExtendedNegotiation("1.2.3", CommonExtendedNegotiation.STORAGE, List.of())));

        assertThat(answer(OPTIONS, asked)).isEqualTo(NegotiatedItems.NONE);
    }

    @Test
    void onePeerCannotTakeAllPlaces() throws Exception {
        ScpLimits limits = ScpLimits.DEFAULT.withAssociations(AssociationLimits.DEFAULT.withOfOnePeer(1));
        try (StorageScp scp = StorageScp.start(OPTIONS.withLimits(limits), handler);
                RawPeer first = RawPeer.associate(scp.port(), CONTEXT)) {
            assertThat(request(scp.port(), "TESTER")).isEqualTo(Rejection.LOCAL_LIMIT_EXCEEDED.pdu());
            assertThat(request(scp.port(), "ANOTHER")).isInstanceOf(AssociateAccept.class);

            first.send(new ReleaseRequest());
            assertThat(first.read()).isEqualTo(new ReleaseResponse());
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            Pdu again = request(scp.port(), "TESTER");
            while (!(again instanceof AssociateAccept) && System.nanoTime() < deadline) {
                again = request(scp.port(), "TESTER");
            }
            assertThat(again).isInstanceOf(AssociateAccept.class);
        }
    }

    private static Pdu request(int port, String calling) throws IOException {
        try (RawPeer peer = RawPeer.connect(port)) {
            peer.send(RawPeer.request("TANDEM", calling, CONTEXT));
            return peer.read();
        }
    }

    private NegotiatedItems answer(ScpOptions options, NegotiatedItems asked) throws IOException {
        AssociateRequest plain = RawPeer.request("TANDEM", "TESTER", CONTEXT);
        try (StorageScp scp = StorageScp.start(options, handler);
                RawPeer peer = RawPeer.connect(scp.port())) {
            peer.send(new AssociateRequest(
                    plain.header(),
                    plain.applicationContext(),
                    plain.contexts(),
                    plain.user().withItems(asked)));
            return Optional.of(peer.read())
                    .map(AssociateAccept.class::cast)
                    .orElseThrow()
                    .user()
                    .items();
        }
    }
}
