package org.tandem.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The bytes that go to the peer, unbuffered: whoever writes hands over whole PDUs, so that each leaves in one call. A
 * blocking write has no time-out in Java; so while the connection is open, a timer of the platform looks now and then
 * whether one write has lasted too long, and closes the socket under it.
 */
final class PeerOutput {

    private static final long NOT_WRITING = 0;
    private static final long LOOKS_PER_LIMIT = 4;

    private final Socket socket;
    private final OutputStream out;
    private final long limitNanos;
    private final Executor later;
    private volatile long writingSince = NOT_WRITING;
    private volatile boolean expired;

    PeerOutput(Wire wire, Duration limit) throws IOException {
        this.socket = wire.tcp();
        this.out = wire.io().getOutputStream();
        this.limitNanos = limit.toNanos();
        this.later = CompletableFuture.delayedExecutor(
                Math.max(1, limitNanos / LOOKS_PER_LIMIT), TimeUnit.NANOSECONDS, Runnable::run);
        later.execute(this::look);
    }

    synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        writingSince = System.nanoTime() | 1; // never NOT_WRITING
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw expired ? new PeerTimeoutException("timed out waiting for the peer to read") : e;
        } finally {
            writingSince = NOT_WRITING;
        }
    }

    private void look() {
        if (socket.isClosed()) {
            return;
        }
        long since = writingSince;
        if (since != NOT_WRITING && System.nanoTime() - since > limitNanos) {
            expired = true;
            Link.closeQuietly(socket);
        } else {
            later.execute(this::look);
        }
    }
}
