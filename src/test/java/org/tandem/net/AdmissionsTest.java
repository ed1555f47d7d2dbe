package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.net.RawPeer.context;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateHeader;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.OfferedContext;
import org.tandem.net.pdu.Pdu;
import org.tandem.net.pdu.Rejection;
import org.tandem.net.pdu.ReleaseRequest;
import org.tandem.net.pdu.ReleaseResponse;
import org.tandem.net.pdu.RoleSelection;
import org.tandem.net.pdu.UserInformation;

class AdmissionsTest {

    private static final OfferedContext ECHO = context(1, "1.2.840.10008.1.1", "1.2.840.10008.1.2");
    private static final ScpOptions OPTIONS = ScpOptions.of(new AeTitle("TANDEM"), 0);

    private final RecordingHandler handler = new RecordingHandler();

    @Test
    void anotherCalledTitleIsRefusedUnlessPromiscuous() throws IOException {
        AssociateRequest other = RawPeer.request("OTHER", "TESTER", ECHO);

        assertThat(answer(OPTIONS, other)).isEqualTo(Rejection.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu());
        assertThat(answer(OPTIONS.withAccess(AccessRules.DEFAULT.withPromiscuous(true)), other))
                .isInstanceOf(AssociateAccept.class);
    }

    @Test
    void titlesAreComparedWithRegardToCase() throws IOException {
        assertThat(answer(OPTIONS, RawPeer.request("tandem", "TESTER", ECHO)))
                .isEqualTo(Rejection.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu());
    }

    @Test
    void onlyAllowedPeersMayCallWhereThereIsAList() throws IOException {
        AccessRules here = AccessRules.DEFAULT.withAllowed(List.of(
                new AllowedPeer(new AeTitle("CT1"), ""),
                new AllowedPeer(new AeTitle("CT2"), "127.0.0.1"),
                new AllowedPeer(new AeTitle("CT3"), "192.0.2.1")));
        ScpOptions options = OPTIONS.withAccess(here);

        assertThat(answer(options, RawPeer.request("TANDEM", "CT1", ECHO))).isInstanceOf(AssociateAccept.class);
        assertThat(answer(options, RawPeer.request("TANDEM", "CT2", ECHO))).isInstanceOf(AssociateAccept.class);
        assertThat(answer(options, RawPeer.request("TANDEM", "CT3", ECHO)))
                .isEqualTo(Rejection.CALLING_AE_TITLE_NOT_RECOGNIZED.pdu());
        assertThat(answer(options, RawPeer.request("TANDEM", "CT4", ECHO)))
                .isEqualTo(Rejection.CALLING_AE_TITLE_NOT_RECOGNIZED.pdu());
    }

    @Test
    void aRequestorWithoutANameIsRefused() throws IOException {
        AssociateRequest request = RawPeer.request("TANDEM", "TESTER", ECHO);
        AssociateHeader nameless = new AssociateHeader(
                1, "TANDEM          ", " ".repeat(16), request.header().reserved());

        assertThat(answer(
                        OPTIONS,
                        new AssociateRequest(
                                nameless, request.applicationContext(), request.contexts(), request.user())))
                .isEqualTo(Rejection.CALLING_AE_TITLE_NOT_RECOGNIZED.pdu());
    }

    @Test
    void anotherApplicationContextOrVersionIsRefused() throws IOException {
        AssociateRequest good = RawPeer.request("TANDEM", "TESTER", ECHO);
        AssociateHeader version2 = new AssociateHeader(
                2,
                good.header().called(),
                good.header().calling(),
                good.header().reserved());

        assertThat(answer(OPTIONS, new AssociateRequest(good.header(), "1.2.3", good.contexts(), good.user())))
                .isEqualTo(Rejection.APPLICATION_CONTEXT_NOT_SUPPORTED.pdu());
        assertThat(answer(
                        OPTIONS,
                        new AssociateRequest(version2, good.applicationContext(), good.contexts(), good.user())))
                .isEqualTo(Rejection.PROTOCOL_VERSION_NOT_SUPPORTED.pdu());
    }

    @Test
    void whereTheCheckSaysNoTheRefusalIsTransient() throws IOException {
        try (StorageScp scp = StorageScp.start(OPTIONS, handler, association -> false);
                RawPeer peer = RawPeer.connect(scp.port())) {
            peer.send(RawPeer.request("TANDEM", "TESTER", ECHO));

            assertThat(peer.read()).isEqualTo(Rejection.TEMPORARY_CONGESTION.pdu());
        }
    }

    @Test
    void oneAssociationTooManyIsRefusedUntilAnotherEnds() throws Exception {
        try (StorageScp scp = StorageScp.start(OPTIONS.withLimits(ScpLimits.DEFAULT.withMaxAssociations(1)), handler);
                RawPeer first = RawPeer.associate(scp.port(), ECHO);
                RawPeer second = RawPeer.connect(scp.port())) {
            second.send(RawPeer.request("TANDEM", "TESTER", ECHO));
            assertThat(second.read()).isEqualTo(Rejection.LOCAL_LIMIT_EXCEEDED.pdu());

            first.send(new ReleaseRequest());
            assertThat(first.read()).isEqualTo(new ReleaseResponse());
            assertThat(handler.next()).isEqualTo("released");
            assertThat(retried(scp.port())).isInstanceOf(AssociateAccept.class);
        }
    }

    @Test
    void theAnswerEchoesTheHeaderAndAllowsNoScpRole() throws IOException {
        AssociateRequest plain = RawPeer.request("TANDEM", "TESTER", ECHO);
        AssociateHeader header = new AssociateHeader(
                1, plain.header().called(), plain.header().calling(), "x".repeat(AssociateHeader.RESERVED_BYTES));
        UserInformation both =
                new UserInformation(0, "1.2.3", "", List.of(new RoleSelection("1.2.840.10008.1.1", true, true)));
        AssociateRequest request = new AssociateRequest(header, plain.applicationContext(), plain.contexts(), both);

        AssociateAccept accept = (AssociateAccept) answer(OPTIONS, request);

        assertThat(accept.header()).isEqualTo(header);
        assertThat(accept.user().roles()).containsExactly(new RoleSelection("1.2.840.10008.1.1", true, false));
        assertThat(accept.user().maxLengthBytes()).isEqualTo(ReceiveLimits.DEFAULT.maxPduBytes());
    }

    private Pdu answer(ScpOptions options, AssociateRequest request) throws IOException {
        try (StorageScp scp = StorageScp.start(options, handler);
                RawPeer peer = RawPeer.connect(scp.port())) {
            peer.send(request);
            return peer.read();
        }
    }

    /** A new request, as often as it takes until its place is free. */
    private static Pdu retried(int port) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try (RawPeer peer = RawPeer.connect(port)) {
                peer.send(RawPeer.request("TANDEM", "TESTER", ECHO));
                Pdu answer = peer.read();
                if (answer instanceof AssociateAccept || System.nanoTime() > deadline) {
                    return answer;
                }
            }
        }
    }
}
