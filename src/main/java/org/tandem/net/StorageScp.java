package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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

    /** After the connections are cut, a thread has only its handler's own work left. */
    private static final long CUT_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** How long a told association has to stop waiting before it is told again. */
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final List<Listener> listeners = new ArrayList<>();
    private final Admissions admissions;
    private final ScpHandlers handlers;
    private final Semaphore connections;
    private final Map<Thread, AcceptedAssociation> running = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private volatile boolean closed;

    private StorageScp(Admissions admissions, ScpHandlers handlers) {
        this.admissions = admissions;
        this.handlers = handlers;
        this.connections =
                new Semaphore(admissions.options().limits().associations().inAll() + SPARE_CONNECTIONS);
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
        StorageScp scp = new StorageScp(new Admissions(options, check), new ScpHandlers(handler, commitment));
        try {
            scp.listen(options);
        } catch (TandemException e) {
            scp.listeners.forEach(Listener::close);
            throw e;
        }
        scp.listeners.forEach(Listener::start);
        return scp;
    }

    /** The port that is listened on in the clear, or that of TLS where there is no other. */
    public int port() {
        return listeners.get(0).port();
    }

    /** The port that is listened on through TLS, or the one in the clear where there is no other. */
    public int tlsPort() {
        return listeners.get(listeners.size() - 1).port();
    }

    private void listen(ScpOptions options) {
        if (options.tls().filter(TlsListen::only).isEmpty()) {
            listeners.add(Listener.plain(options.listen(), this::receive));
        }
        options.tls().ifPresent(tls -> listeners.add(Listener.tls(tls, this::receive)));
    }

    /** Stops listening, waits for running messages as long as the options say, then cuts what is left. */
    @Override
    public void close() {
        closed = true;
        admissions.close();
        listeners.forEach(Listener::close);
        if (!drained(admissions.options().limits().timeouts().drain())) {
            running.values().forEach(AcceptedAssociation::cut);
            joinAll(CUT_NANOS);
        }
    }

    private void receive(Wire wire) throws IOException {
        if (!connections.tryAcquire()) {
            log.warn(
                    "Too many connections; one from {} closed",
                    wire.tcp().getInetAddress().getHostAddress());
            wire.tcp().close();
            return;
        }
        try {
            start(wire);
        } catch (IOException | RuntimeException | Error e) {
            connections.release();
            throw e;
        }
    }

    private void start(Wire wire) throws IOException {
        long id = lastId.incrementAndGet();
        Link link = new Link(wire, admissions.options().limits().timeouts().betweenPdus());
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

    /** Whether all associations came to an end by themselves, those that only wait being told to stop. */
    private boolean drained(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean ended = false;
        while (!ended && System.nanoTime() - deadline < 0) {
            running.values().forEach(AcceptedAssociation::stopWaiting);
            ended = joinAll(Math.min(AGAIN_NANOS, Math.max(0, deadline - System.nanoTime())));
        }
        return ended;
    }

    /** Whether the accepting thread and all associations ended in time. */
    private boolean joinAll(long nanos) {
        long deadline = System.nanoTime() + nanos;
        boolean ended = true;
        for (Listener listener : listeners) {
            ended &= join(listener.thread(), deadline);
        }
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
