package org.tandem.net;

import java.util.Optional;

/**
 * What a {@link StorageScp} is told: its title, where it listens, who may come, what it bears.
 *
 * @param listen in the clear
 * @param tls through TLS; empty for none
 */
public record ScpOptions(
        AeTitle aeTitle, ListenAddress listen, AccessRules access, ScpLimits limits, Optional<TlsListen> tls) {

    /** Listens on all addresses, with the defaults for the rest. */
    public static ScpOptions of(AeTitle aeTitle, int port) {
        return new ScpOptions(
                aeTitle, ListenAddress.of(port), AccessRules.DEFAULT, ScpLimits.DEFAULT, Optional.empty());
    }

    public ScpOptions withListen(ListenAddress value) {
        return new ScpOptions(aeTitle, value, access, limits, tls);
    }

    public ScpOptions withAccess(AccessRules value) {
        return new ScpOptions(aeTitle, listen, value, limits, tls);
    }

    public ScpOptions withLimits(ScpLimits value) {
        return new ScpOptions(aeTitle, listen, access, value, tls);
    }

    public ScpOptions withTls(TlsListen value) {
        return new ScpOptions(aeTitle, listen, access, limits, Optional.of(value));
    }

    public ScpOptions withTimeouts(ScpTimeouts value) {
        return withLimits(limits.withTimeouts(value));
    }
}
