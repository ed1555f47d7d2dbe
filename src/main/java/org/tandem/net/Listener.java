package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;

/** One port on which connections are accepted, by a thread of its own. */
final class Listener implements Closeable {

    /** Takes one connection; must not wait for it. */
    @FunctionalInterface
    interface Receiver {
        void receive(Wire wire) throws IOException;
    }

    /** Makes of an accepted connection what bytes go over. */
    @FunctionalInterface
    interface Dressing {
        Wire dress(Socket tcp) throws IOException;
    }

    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    /** A pause after accepting failed, so that being out of file descriptors does not become a busy loop too. */
    private static final long ACCEPT_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ServerSocket server;
    private final Thread thread;
    private volatile boolean closed;

    private Listener(ServerSocket server, Dressing dressing, Receiver receiver, String name) {
        this.server = server;
        this.thread = new Thread(() -> acceptAll(dressing, receiver), name);
    }

    /** Listens in the clear. */
    static Listener plain(ListenAddress address, Receiver receiver) {
        return new Listener(bind(address), Wire::plain, receiver, "dicom-accept");
    }

    /** Listens through TLS. */
    static Listener tls(TlsListen listen, Receiver receiver) {
        return new Listener(bind(listen.address()), tcp -> Wire.accepting(tcp, listen), receiver, "dicom-accept-tls");
    }

    void start() {
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    Thread thread() {
        return thread;
    }

    @Override
    public void close() {
        closed = true;
        Link.closeQuietly(server);
    }

    private static ServerSocket bind(ListenAddress listen) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(listen.resolve(), listen.backlog());
            return server;
        } catch (IOException e) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Cannot listen for DICOM on " + listen.host() + ":" + listen.port() + ": " + e.getMessage(),
                    e);
        }
    }

    private void acceptAll(Dressing dressing, Receiver receiver) {
        while (!closed) {
            try {
                accept(dressing, receiver);
            } catch (IOException e) {
                if (!closed) {
                    log.error("Accepting a connection failed; going on", e);
                    LockSupport.parkNanos(ACCEPT_PAUSE_NANOS);
                }
            }
        }
    }

    private void accept(Dressing dressing, Receiver receiver) throws IOException {
        Socket tcp = server.accept();
        try {
            receiver.receive(dressing.dress(tcp));
        } catch (IOException | RuntimeException e) {
            Link.closeQuietly(tcp);
            log.warn("Connection from {} closed", tcp.getInetAddress().getHostAddress(), e);
        }
    }
}
