package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.tandem.net.pdu.AnsweredContext;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.NegotiatedItems;
import org.tandem.net.pdu.OperationsWindow;
import org.tandem.net.pdu.RoleSelection;
import org.tandem.net.pdu.UserInformation;

/**
 * An acceptor for one connection that does what the test says. Closing it waits for the script and tells its failure.
 */
final class ScriptedAcceptor implements Closeable {

    /** What the acceptor does once somebody has connected. */
    @FunctionalInterface
    interface Script {
        void play(RawPeer peer) throws Exception;
    }

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final ServerSocket server;
    private final CompletableFuture<Void> played = new CompletableFuture<>();

    ScriptedAcceptor(Script script) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> play(script), "scripted-acceptor");
        thread.setDaemon(true);
        thread.start();
    }

    Peer peer() {
        return new Peer(new AeTitle("SCRIPTED"), "127.0.0.1", server.getLocalPort());
    }

    /** Reads the request and accepts each context in the first syntax offered. */
    static AssociateRequest accept(RawPeer peer, long maxLengthBytes) throws IOException {
        return accept(peer, maxLengthBytes, List.of());
    }

    /** As {@link #accept(RawPeer, long)}, and answers these roles. */
    static AssociateRequest accept(RawPeer peer, long maxLengthBytes, List<RoleSelection> roles) throws IOException {
        return accept(peer, new UserInformation(maxLengthBytes, "1.2.3", "SCRIPTED", roles));
    }

    /** As {@link #accept(RawPeer, long)}, and grants this window. */
    static AssociateRequest acceptWindow(RawPeer peer, OperationsWindow window) throws IOException {
        return accept(peer, new UserInformation(0, "1.2.3", "SCRIPTED", NegotiatedItems.NONE.withWindow(window)));
    }

    private static AssociateRequest accept(RawPeer peer, UserInformation user) throws IOException {
        AssociateRequest request = (AssociateRequest) peer.read();
        peer.send(new AssociateAccept(
                request.header(),
                request.applicationContext(),
                request.contexts().stream()
                        .map(c -> new AnsweredContext(
                                c.id(), 0, c.transferSyntaxes().get(0)))
                        .toList(),
                user));
        return request;
    }

    private void play(Script script) {
        try (RawPeer peer = new RawPeer(server.accept())) {
            script.play(peer);
            played.complete(null);
        } catch (Exception | AssertionError e) {
            played.completeExceptionally(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            played.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError("the script of the acceptor failed", e);
        } finally {
            server.close();
        }
    }
}
