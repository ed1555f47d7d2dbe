package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;

/**
 * The storage and verification SCP (PS3.4 Annexes A and B): listens, and runs each association on a thread of its own,
 * {@code dicom-assoc-N}. Closing it stops listening, lets running messages come to their answer, then aborts.
 */
public final class StorageScp implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(StorageScp.class);

    /** Connections beyond those of associations: to be told that there are too many, or that have said nothing yet. */
    static final int SPARE_CONNECTIONS = 64;

    /** A pause after accepting failed, so that being out of file descriptors does not become a busy loop too. */
    private static final long ACCEPT_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** After the connections are cut, a thread has only its handler's own work left. */
    private static final long CUT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ServerSocket server;
    private final Admissions admissions;
    private final ScpHandlers handlers;
    private final Semaphore connections;
    private final Map<Thread, AcceptedAssociation> running = new ConcurrentHashMap<>();
    private final Thread acceptThread;
    private volatile boolean closed;

    private StorageScp(ServerSocket server, Admissions admissions, ScpHandlers handlers) {
        this.server = server;
        this.admissions = admissions;
        this.handlers = handlers;
        this.connections =
                new Semaphore(admissions.options().limits().associations().inAll() + SPARE_CONNECTIONS);
        this.acceptThread = new Thread(this::acceptAll, "dicom-accept");
    }

    /** Listens from now on; throws a {@link TandemException} if the address cannot be bound. */
    public static StorageScp start(ScpOptions options, StoreHandler handler) {
        return start(options, handler, association -> true);
    }

    /** As {@link #start(ScpOptions, StoreHandler)}, and asks before each association whether it can be served. */
    public static StorageScp start(ScpOptions options, StoreHandler handler, AdmissionCheck check) {
        return start(options, handler, check, CommitmentHandler.NONE);
    }

    /** As {@link #start(ScpOptions, StoreHandler, AdmissionCheck)}, and serves storage commitment too. */
    public static StorageScp start(
            ScpOptions options, StoreHandler handler, AdmissionCheck check, CommitmentHandler commitment) {
        StorageScp scp = new StorageScp(
                bind(options.listen()), new Admissions(options, check), new ScpHandlers(handler, commitment));
        scp.acceptThread.start();
        return scp;
    }

    /** The port that is listened on. */
    public int port() {
        return server.getLocalPort();
    }

    /** Stops listening, waits for running messages as long as the options say, then cuts what is left. */
    @Override
    public void close() {
        closed = true;
        admissions.close();
        Link.closeQuietly(server);
        running.values().forEach(AcceptedAssociation::stopWaiting);
        if (!joinAll(admissions.options().limits().timeouts().drain().toNanos())) {
            running.values().forEach(AcceptedAssociation::cut);
            joinAll(CUT_NANOS);
        }
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

    private void acceptAll() {
        for (long id = 1; !closed; id++) {
            try {
                receive(id, server.accept());
            } catch (IOException e) {
                if (!closed) {
                    log.error("Accepting a connection failed; going on", e);
                    LockSupport.parkNanos(ACCEPT_PAUSE_NANOS);
                }
            }
        }
    }

    private void receive(long id, Socket socket) throws IOException {
        if (!connections.tryAcquire()) {
            log.warn(
                    "Too many connections; one from {} closed",
                    socket.getInetAddress().getHostAddress());
            socket.close();
            return;
        }
        Link link = new Link(socket, admissions.options().limits().timeouts().betweenPdus());
        AcceptedAssociation association = new AcceptedAssociation(id, link, admissions, handlers);
        Thread thread = new Thread(() -> run(association), "dicom-assoc-" + id);
        running.put(thread, association);
        thread.start();
    }

    private void run(AcceptedAssociation association) {
        try {
            if (closed) {
                association.stopWaiting();
            }
            association.run();
        } finally {
            running.remove(Thread.currentThread());
            connections.release();
        }
    }

    /** Whether the accepting thread and all associations ended in time. */
    private boolean joinAll(long nanos) {
        long deadline = System.nanoTime() + nanos;
        boolean ended = join(acceptThread, deadline);
        for (Thread thread : running.keySet()) {
            ended &= join(thread, deadline);
        }
        return ended;
    }

    private static boolean join(Thread thread, long deadline) {
        try {
            long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            thread.join(Math.max(1, millis));
            return !thread.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
