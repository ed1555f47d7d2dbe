package org.tandem.net.pdu;

/**
 * A-ASSOCIATE-RJ (PS3.8 9.3.4).
 *
 * @param result 1 permanent, 2 transient
 * @param source 1 the user, 2 the provider's ACSE part, 3 the provider's presentation part
 * @param reason by source, see {@link Rejection}
 */
public record AssociateReject(int result, int source, int reason) implements Pdu {

    public static final int TRANSIENT = 2;

    @Override
    public PduType type() {
        return PduType.ASSOCIATE_RJ;
    }

    /** What the three numbers say, for a log or an error message. */
    public String describe() {
        String why = Rejection.of(this).map(Rejection::meaning).orElse("reason not known here");
        return (result == TRANSIENT ? "transient" : "permanent") + ", source " + source + ", reason " + reason + ": "
                + why;
    }
}
