package org.tandem.net;

import java.io.IOException;

/** The peer let us wait longer than it may, for something to read or for room to write. */
final class PeerTimeoutException extends IOException {

    private static final long serialVersionUID = 1L;

    PeerTimeoutException(String message) {
        super(message);
    }
}
