package org.tandem.net.pdu;

/**
 * A-ABORT (PS3.8 9.3.8).
 *
 * @param source 0 the service user, 2 the service provider
 * @param reason significant with source 2 only
 */
public record Abort(int source, int reason) implements Pdu {

    @Override
    public PduType type() {
        return PduType.ABORT;
    }

    /** What the two numbers say, for a log or an error message. */
    public String describe() {
        return AbortReason.of(this).map(AbortReason::meaning).orElse("source " + source + ", reason " + reason);
    }
}
