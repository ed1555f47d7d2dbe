package org.tandem.net;

/**
 * A requestor that may open associations.
 *
 * @param calling its AE title; compared with regard to case
 * @param host its numeric address; empty for any
 */
public record AllowedPeer(AeTitle calling, String host) {

    boolean matches(AeTitle title, String peerHost) {
        return calling.equals(title) && (host.isEmpty() || host.equals(peerHost));
    }
}
