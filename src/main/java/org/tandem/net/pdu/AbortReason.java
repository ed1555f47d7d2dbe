package org.tandem.net.pdu;

import java.util.Arrays;
import java.util.Optional;

/** Why an association is aborted: the sources and reasons of A-ABORT (PS3.8 Table 9-26). */
public enum AbortReason {
    /** A decision of the application: a time-out, a limit, an end of work. */
    SERVICE_USER(0, 0, "by the application"),
    NOT_SPECIFIED(2, 0, "reason not specified"),
    UNRECOGNIZED_PDU(2, 1, "unrecognized PDU"),
    UNEXPECTED_PDU(2, 2, "unexpected PDU"),
    UNRECOGNIZED_PARAMETER(2, 4, "unrecognized PDU parameter"),
    UNEXPECTED_PARAMETER(2, 5, "unexpected PDU parameter"),
    INVALID_PARAMETER(2, 6, "invalid PDU parameter value");

    private final int source;
    private final int reason;
    private final String meaning;

    AbortReason(int source, int reason, String meaning) {
        this.source = source;
        this.reason = reason;
        this.meaning = meaning;
    }

    public Abort pdu() {
        return new Abort(source, reason);
    }

    String meaning() {
        return meaning;
    }

    /** The reason byte of source 0 is not significant. */
    static Optional<AbortReason> of(Abort pdu) {
        return pdu.source() == 0
                ? Optional.of(SERVICE_USER)
                : Arrays.stream(values()).filter(r -> r.pdu().equals(pdu)).findFirst();
    }
}
