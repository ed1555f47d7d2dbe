package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.net.pdu.Pdu;
import org.tandem.net.pdu.PduEncoder;
import org.tandem.net.pdu.PduReader;
import org.tandem.net.pdu.PeerClosedException;

/**
 * One TCP connection to a peer, PDUs in and PDUs out. Confined to the thread of its association, but for
 * {@link #stopWaiting} and {@link #cut}.
 */
final class Link implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(Link.class);
    private static final int DISCARD_BYTES = 64 * 1024;

    private final Wire wire;
    private final PeerInput in;
    private final PeerOutput out;
    private final PduReader reader;
    private final Duration betweenPdus;
    private volatile boolean waiting;
    private volatile boolean stopping;

    /**
     * @param betweenPdus how long the peer may keep us waiting once a PDU has begun or is due, or in taking what we
     *     write
     */
    Link(Wire wire, Duration betweenPdus) throws IOException {
        this.wire = wire;
        this.betweenPdus = betweenPdus;
        wire.tcp()
                .setTcpNoDelay(
                        true); // a C-STORE exchange is small answers to large requests: Nagle would hold each 40 ms
        wire.tcp().setKeepAlive(true);
        this.in = new PeerInput(wire);
        this.out = new PeerOutput(wire, betweenPdus);
        this.reader = new PduReader(in);
    }

    PeerInput in() {
        return in;
    }

    PeerOutput out() {
        return out;
    }

    String peerHost() {
        return wire.tcp().getInetAddress().getHostAddress();
    }

    /** What comes before PDUs: the TLS handshake, where there is one. */
    void handshake(Duration limit) throws IOException {
        wire.handshake(limit);
    }

    /** The next PDU in the middle of an exchange. */
    Pdu read() throws IOException {
        in.patience(betweenPdus);
        return rest(in.read());
    }

    /** The next PDU, where the peer may take its time and {@link #stopWaiting} may interrupt. */
    Pdu await(Duration patience) throws IOException {
        int first = awaitFirstByte(patience);
        in.patience(betweenPdus);
        return rest(first);
    }

    /** The rest of a PDU whose first byte has come. */
    Pdu rest(int firstByte) throws IOException {
        if (firstByte < 0) {
            throw new PeerClosedException("before a PDU");
        }
        return reader.read(firstByte);
    }

    /** The first byte of what comes, or -1. */
    int awaitFirstByte(Duration patience) throws IOException {
        in.patience(patience);
        waiting = true;
        try {
            return stopping ? -1 : in.read();
        } finally {
            waiting = false;
        }
    }

    /** Whether something comes within this time, were it the end; nothing is read. */
    boolean arrivesWithin(Duration patience) throws IOException {
        in.patience(patience);
        waiting = true;
        try {
            return stopping || in.arrives();
        } finally {
            waiting = false;
        }
    }

    void send(Pdu pdu) throws IOException {
        byte[] bytes = PduEncoder.encode(pdu);
        out.write(bytes, 0, bytes.length);
    }

    /**
     * State 13 (PS3.8 9.2.3): nothing more will be sent; what comes is discarded until the peer closes or ARTIM
     * expires. Closing at once, with bytes unread, would make TCP reset the connection and could lose the PDU sent
     * last.
     */
    void awaitClose(Duration artim) {
        long deadline = System.nanoTime() + artim.toNanos();
        byte[] discarded = new byte[DISCARD_BYTES];
        try {
            wire.io().shutdownOutput();
            in.patience(artim);
            waiting = true;
            while (!stopping && System.nanoTime() - deadline < 0 && in.read(discarded) >= 0) {}
        } catch (IOException e) {
            log.debug("Waiting for the peer to close: {}", e.toString());
        } finally {
            close();
        }
    }

    /**
     * From any thread: makes a wait between messages end as if the peer had closed; a running message goes on. A wait
     * that goes on all the same, as TLS has been seen to do, ends by the next call.
     */
    void stopWaiting() {
        stopping = true;
        if (waiting) {
            try {
                if (wire.tcp().isInputShutdown()) {
                    cut();
                } else {
                    wire.tcp().shutdownInput();
                }
            } catch (SocketException e) {
                log.debug("Already closed: {}", e.toString());
            } catch (IOException e) {
                cut();
            }
        }
    }

    boolean stopping() {
        return stopping;
    }

    /** From any thread: closes the connection under whatever is going on. */
    void cut() {
        closeQuietly(wire.tcp());
    }

    @Override
    public void close() {
        closeQuietly(wire.io());
        closeQuietly(wire.tcp());
    }

    static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            log.debug("On closing: {}", e.toString());
        }
    }
}
