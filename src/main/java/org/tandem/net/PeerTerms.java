package org.tandem.net;

import java.util.Optional;
import org.tandem.net.pdu.NegotiatedItems;
import org.tandem.net.pdu.OperationsWindow;
import org.tandem.net.pdu.UserIdentity;
import org.tandem.net.tls.TlsPeer;

/**
 * How we deal with one peer, beyond its address.
 *
 * @param operations stores that may be outstanding, if the peer grants it; 1 asks for nothing, as most peers expect
 * @param credentials shown as user identity
 * @param tls how it is reached through TLS; empty for a connection in the clear
 * @param deflate whether results that shrink by it are offered deflated; the peer may still not take it
 */
public record PeerTerms(int operations, Optional<Credentials> credentials, Optional<TlsPeer> tls, boolean deflate) {

    /** One operation at a time, no user identity, in the clear; deflated where it takes that. */
    public static final PeerTerms DEFAULT = new PeerTerms(1, Optional.empty(), Optional.empty(), true);

    private static final int MOST_OPERATIONS = 256;

    public PeerTerms {
        Check.atLeast("operations", operations, 1);
        Check.within("operations", operations, MOST_OPERATIONS);
    }

    public PeerTerms withOperations(int value) {
        return new PeerTerms(value, credentials, tls, deflate);
    }

    public PeerTerms withCredentials(Credentials value) {
        return new PeerTerms(operations, Optional.of(value), tls, deflate);
    }

    public PeerTerms withTls(TlsPeer value) {
        return new PeerTerms(operations, credentials, Optional.of(value), deflate);
    }

    public PeerTerms withDeflate(boolean value) {
        return new PeerTerms(operations, credentials, tls, value);
    }

    NegotiatedItems items() {
        NegotiatedItems items = operations == 1
                ? NegotiatedItems.NONE
                : NegotiatedItems.NONE.withWindow(new OperationsWindow(operations, 1));
        return credentials
                .map(shown -> items.withIdentity(UserIdentity.of(shown.username(), shown.passcode())))
                .orElse(items);
    }
}
