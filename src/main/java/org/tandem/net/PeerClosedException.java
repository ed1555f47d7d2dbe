package org.tandem.net;

import java.io.EOFException;

/** The peer closed the connection where something was still to come. */
final class PeerClosedException extends EOFException {

    private static final long serialVersionUID = 1L;

    PeerClosedException(String where) {
        super("connection closed by the peer " + where);
    }
}
