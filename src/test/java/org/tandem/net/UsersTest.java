package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.NegotiatedItems;
import org.tandem.net.pdu.OfferedContext;
import org.tandem.net.pdu.Pdu;
import org.tandem.net.pdu.ProposedContext;
import org.tandem.net.pdu.Rejection;
import org.tandem.net.pdu.UserIdentity;

/** User identity as an acceptor judges it. */
class UsersTest {

    private static final OfferedContext ECHO = RawPeer.context(1, "1.2.840.10008.1.1", "1.2.840.10008.1.2");
    private static final Users USERS = Users.of(Map.of("modality", PasswordHash.of("geheim", 1000)));

    @Test
    void whereNobodyIsNamedEveryIdentityIsTakenAndNoneConfirmed() throws IOException {
        assertThat(((AssociateAccept) answer(Users.NONE, Optional.of(UserIdentity.of("any", "thing"))))
                        .user()
                        .items()
                        .identityAnswer())
                .isEmpty();
    }

    @Test
    void aKnownUserIsConfirmed() throws IOException {
        AssociateAccept accept = (AssociateAccept) answer(USERS, Optional.of(UserIdentity.of("modality", "geheim")));

        assertThat(accept.user().items().identityAnswer()).contains("");
    }

    @Test
    void allOthersAreRefusedForGood() throws IOException {
        assertThat(answer(USERS, Optional.empty())).isEqualTo(Rejection.PROVIDER_NO_REASON.pdu());
        assertThat(answer(USERS, Optional.of(UserIdentity.of("modality", "Geheim"))))
                .isEqualTo(Rejection.PROVIDER_NO_REASON.pdu());
        assertThat(answer(USERS, Optional.of(UserIdentity.of("other", "geheim"))))
                .isEqualTo(Rejection.PROVIDER_NO_REASON.pdu());
        assertThat(answer(USERS, Optional.of(new UserIdentity(1, true, "modality", ""))))
                .isEqualTo(Rejection.PROVIDER_NO_REASON.pdu());
        assertThat(answer(USERS, Optional.of(new UserIdentity(5, true, "a.b.c", ""))))
                .isEqualTo(Rejection.PROVIDER_NO_REASON.pdu());
    }

    @Test
    void ourOwnRequestsShowTheCredentialsOfThePeer() throws IOException {
        ScpOptions options = options(USERS);
        try (StorageScp scp = StorageScp.start(options, new RecordingHandler())) {
            Peer peer = new Peer(options.aeTitle(), "127.0.0.1", scp.port());
            assertThat(echo(peer.withTerms(PeerTerms.DEFAULT.withCredentials(new Credentials("modality", "geheim")))))
                    .isEqualTo(StoreResult.Kind.SUCCESS);
            assertThatThrownBy(() -> echo(peer)).hasMessageContaining("no reason given by the provider");
        }
    }

    @Test
    void aHashReadsBackAndARefusalRepeatsNothing() {
        PasswordHash hash = PasswordHash.of("geheim", 1000);

        assertThat(PasswordHash.parse(hash.text()).matches("geheim")).isTrue();
        assertThat(PasswordHash.parse(hash.text()).matches("geheim ")).isFalse();
        assertThatThrownBy(() -> PasswordHash.parse("geheim"))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("tandem password")
                .hasMessageNotContaining("geheim");
    }

    private static StoreResult.Kind echo(Peer peer) {
        try (StorageScu scu =
                StorageScu.open(peer, ScuOptions.of(new AeTitle("TESTER")), List.of(ProposedContext.VERIFICATION))) {
            return scu.echo().kind();
        }
    }

    private static Pdu answer(Users users, Optional<UserIdentity> identity) throws IOException {
        AssociateRequest plain = RawPeer.request("TANDEM", "TESTER", ECHO);
        NegotiatedItems items = identity.map(NegotiatedItems.NONE::withIdentity).orElse(NegotiatedItems.NONE);
        try (StorageScp scp = StorageScp.start(options(users), new RecordingHandler());
                RawPeer peer = RawPeer.connect(scp.port())) {
            peer.send(new AssociateRequest(
                    plain.header(),
                    plain.applicationContext(),
                    plain.contexts(),
                    plain.user().withItems(items)));
            return peer.read();
        }
    }

    private static ScpOptions options(Users users) {
        return ScpOptions.of(new AeTitle("TANDEM"), 0).withAccess(AccessRules.DEFAULT.withUsers(users));
    }
}
