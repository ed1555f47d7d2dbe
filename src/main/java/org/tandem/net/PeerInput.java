package org.tandem.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/**
 * The bytes that come from the peer: buffered for the small reads of heads, read straight into the caller's array where
 * that is large, and bounded by the patience that is left. Time spent by us between two reads does not count, only time
 * spent waiting; so a peer cannot hold a thread by sending a byte now and then.
 */
final class PeerInput extends InputStream {

    /** Holds some heads; small, so that of a PDU of 16 KiB and more most bytes skip it. */
    private static final int BUFFER_BYTES = 8 * 1024;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Socket socket;
    private final InputStream in;
    private final boolean quickAck;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long patienceNanos;

    PeerInput(Wire wire) throws IOException {
        this.socket = wire.tcp();
        this.in = wire.io().getInputStream();
        this.quickAck = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    }

    /** How long the peer may keep us waiting from now on, over all reads together. */
    void patience(Duration total) {
        patienceNanos = total.toNanos();
    }

    @Override
    public int read() throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == limit) {
            if (length >= BUFFER_BYTES) {
                return receive(target, offset, length);
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /** Whether something has come that was not read yet; of TLS only what was deciphered, so no may be wrong. */
    boolean hasArrived() throws IOException {
        return position < limit || in.available() > 0;
    }

    /** Whether something, or the end, comes before the patience is at an end. */
    boolean arrives() throws IOException {
        if (position < limit) {
            return true;
        }
        try {
            boolean unused = fill(); // at the end, the next read comes to it again
            return true;
        } catch (PeerTimeoutException e) {
            return false;
        }
    }

    private boolean fill() throws IOException {
        acknowledge();
        position = 0;
        limit = 0; // also where nothing comes in time: what was read is not read again
        limit = Math.max(0, receive(buffer, 0, BUFFER_BYTES));
        return limit > 0;
    }

    private int receive(byte[] target, int offset, int length) throws IOException {
        long millis = patienceNanos / NANOS_PER_MILLI;
        if (millis <= 0) {
            throw timedOut();
        }
        long start = System.nanoTime();
        socket.setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
        try {
            return in.read(target, offset, length);
        } catch (SocketTimeoutException e) {
            throw timedOut();
        } finally {
            patienceNanos -= System.nanoTime() - start;
        }
    }

    /**
     * Has the kernel acknowledge now what has come, where it can (Linux). dcmtk writes the head of a PDU and its body
     * apart, with Nagle's algorithm on: it holds the body until the head is acknowledged, which the kernel would put
     * off for 40 ms. The option does not last, so it is set wherever a head is read.
     */
    private void acknowledge() throws IOException {
        if (quickAck) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private static PeerTimeoutException timedOut() {
        return new PeerTimeoutException("timed out waiting for the peer to send");
    }
}
