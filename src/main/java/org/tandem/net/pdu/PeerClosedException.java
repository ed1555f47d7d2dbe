package org.tandem.net.pdu;

import java.io.EOFException;

/** The peer closed the connection where something was still to come. */
public final class PeerClosedException extends EOFException {

    private static final long serialVersionUID = 1L;

    public PeerClosedException(String where) {
        super("connection closed by the peer " + where);
    }
}
