package org.tandem.net.pdu;

import java.util.Arrays;
import java.util.Optional;

/** Why an association is refused: the sources and reasons of A-ASSOCIATE-RJ (PS3.8 Table 9-21). */
public enum Rejection {
    NO_REASON(1, 1, 1, "no reason given"),
    APPLICATION_CONTEXT_NOT_SUPPORTED(1, 1, 2, "application context name not supported"),
    CALLING_AE_TITLE_NOT_RECOGNIZED(1, 1, 3, "calling AE title not recognized"),
    CALLED_AE_TITLE_NOT_RECOGNIZED(1, 1, 7, "called AE title not recognized"),
    PROVIDER_NO_REASON(1, 2, 1, "no reason given by the provider"),
    PROTOCOL_VERSION_NOT_SUPPORTED(1, 2, 2, "protocol version not supported"),
    /** Shutting down, disk full. */
    TEMPORARY_CONGESTION(2, 3, 1, "temporary congestion"),
    /** Too many associations. */
    LOCAL_LIMIT_EXCEEDED(2, 3, 2, "local limit exceeded");

    private final int result;
    private final int source;
    private final int reason;
    private final String meaning;

    Rejection(int result, int source, int reason, String meaning) {
        this.result = result;
        this.source = source;
        this.reason = reason;
        this.meaning = meaning;
    }

    public AssociateReject pdu() {
        return new AssociateReject(result, source, reason);
    }

    public String meaning() {
        return meaning;
    }

    /** The rejection of this source and reason, whichever result it came with. */
    static Optional<Rejection> of(AssociateReject pdu) {
        return Arrays.stream(values())
                .filter(r -> r.source == pdu.source() && r.reason == pdu.reason())
                .findFirst();
    }
}
