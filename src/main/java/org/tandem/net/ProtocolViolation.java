package org.tandem.net;

import java.io.IOException;

/** The peer broke the protocol: the association is to be aborted for this reason. */
final class ProtocolViolation extends IOException {

    private static final long serialVersionUID = 1L;

    private final AbortReason reason;

    ProtocolViolation(AbortReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    AbortReason reason() {
        return reason;
    }
}
