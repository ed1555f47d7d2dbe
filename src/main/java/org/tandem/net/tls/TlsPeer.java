package org.tandem.net.tls;

/**
 * How one peer is reached through TLS.
 *
 * @param checkHost whether the peer's certificate must name the host that we connect to (RFC 9525)
 */
public record TlsPeer(TlsContext context, boolean checkHost) {}
