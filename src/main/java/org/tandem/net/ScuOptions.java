package org.tandem.net;

/**
 * What a {@link StorageScu} is told.
 *
 * @param aeTitle our own, as the calling title
 * @param receive limits on what the peer answers
 */
public record ScuOptions(AeTitle aeTitle, ScuTimeouts timeouts, ReceiveLimits receive) {

    /** With the defaults for all but the title. */
    public static ScuOptions of(AeTitle aeTitle) {
        return new ScuOptions(aeTitle, ScuTimeouts.DEFAULT, ReceiveLimits.DEFAULT);
    }

    public ScuOptions withTimeouts(ScuTimeouts value) {
        return new ScuOptions(aeTitle, value, receive);
    }
}
