package org.tandem.net;

/** What a {@link StorageScp} is told: its title, where it listens, who may come, what it bears. */
public record ScpOptions(AeTitle aeTitle, ListenAddress listen, AccessRules access, ScpLimits limits) {

    /** Listens on all addresses, with the defaults for the rest. */
    public static ScpOptions of(AeTitle aeTitle, int port) {
        return new ScpOptions(aeTitle, ListenAddress.of(port), AccessRules.DEFAULT, ScpLimits.DEFAULT);
    }

    public ScpOptions withListen(ListenAddress value) {
        return new ScpOptions(aeTitle, value, access, limits);
    }

    public ScpOptions withAccess(AccessRules value) {
        return new ScpOptions(aeTitle, listen, value, limits);
    }

    public ScpOptions withLimits(ScpLimits value) {
        return new ScpOptions(aeTitle, listen, access, value);
    }

    public ScpOptions withTimeouts(ScpTimeouts value) {
        return withLimits(limits.withTimeouts(value));
    }
}
