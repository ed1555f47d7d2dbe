package org.tandem.net;

import java.io.IOException;
import org.tandem.net.pdu.Abort;

/** The peer sent an A-ABORT. */
final class PeerAbortedException extends IOException {

    private static final long serialVersionUID = 1L;

    PeerAbortedException(Abort abort) {
        super("aborted by the peer, " + abort.describe());
    }
}
