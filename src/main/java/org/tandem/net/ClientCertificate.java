package org.tandem.net;

import javax.net.ssl.SSLParameters;

/** Whether a requestor must show a certificate of its own to the TLS port. */
public enum ClientCertificate {
    /** Only requestors with a certificate that is trusted: mutual authentication, as sites expect. */
    NEED,
    /** It is asked for, and one that is shown must be trusted; without one the requestor is served all the same. */
    WANT,
    /** It is not asked for: the connection is secret, and the requestor may be anybody. */
    NONE;

    void applyTo(SSLParameters parameters) {
        if (this == NEED) {
            parameters.setNeedClientAuth(true);
        } else {
            parameters.setWantClientAuth(this == WANT);
        }
    }
}
