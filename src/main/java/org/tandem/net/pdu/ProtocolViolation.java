package org.tandem.net.pdu;

import java.io.IOException;

/** The peer broke the protocol: the association is to be aborted for this reason. */
public final class ProtocolViolation extends IOException {

    private static final long serialVersionUID = 1L;

    private final AbortReason reason;

    public ProtocolViolation(AbortReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public AbortReason reason() {
        return reason;
    }
}
