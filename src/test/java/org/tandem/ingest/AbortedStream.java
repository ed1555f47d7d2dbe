package org.tandem.ingest;

import java.io.IOException;
import java.io.InputStream;

/** What reading gives when the peer goes away. */
final class AbortedStream extends InputStream {

    static final String MESSAGE = "aborted by the peer";

    @Override
    public int read() throws IOException {
        throw new IOException(MESSAGE);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        throw new IOException(MESSAGE);
    }
}
