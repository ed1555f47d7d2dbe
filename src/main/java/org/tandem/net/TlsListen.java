package org.tandem.net;

import org.tandem.net.tls.TlsContext;

/**
 * Where, and how, associations are accepted through TLS.
 *
 * @param certificate what requestors must show
 * @param only whether the port in the clear stays shut
 */
public record TlsListen(ListenAddress address, TlsContext context, ClientCertificate certificate, boolean only) {

    /** Registered for DICOM over TLS (PS3.8 9.1.1). */
    public static final int PORT = 2762;
}
