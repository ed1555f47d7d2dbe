package org.tandem.net;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.tandem.net.tls.TlsPeer;
import org.tandem.net.tls.TlsProfile;

/**
 * A connection as bytes go over it, in the clear or through TLS.
 *
 * @param tcp time-outs are set here, and closing it ends everything at once; closing TLS would wait for its writer
 * @param io what is read and written: the same, or TLS over it
 */
record Wire(Socket tcp, Socket io) {

    static Wire plain(Socket tcp) {
        return new Wire(tcp, tcp);
    }

    /** The acceptor's side of TLS; the handshake is still to come. */
    static Wire accepting(Socket tcp, TlsListen listen) throws IOException {
        SSLContext context = listen.context().current();
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, null, true);
        SSLParameters parameters = TlsProfile.parameters(context);
        listen.certificate().applyTo(parameters);
        tls.setSSLParameters(parameters);
        return new Wire(tcp, tls);
    }

    /** The requestor's side of TLS; the handshake is still to come. */
    static Wire requesting(Socket tcp, Peer peer, TlsPeer terms) throws IOException {
        SSLContext context = terms.context().current();
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, peer.host(), peer.port(), true);
        SSLParameters parameters = TlsProfile.parameters(context);
        if (terms.checkHost()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        tls.setSSLParameters(parameters);
        return new Wire(tcp, tls);
    }

    /**
     * Does the handshake, where there is one to do; the peer has so long for all of it. Reads have no limit of their
     * own: one that runs out first would make JSSE send an alert to a peer that has said nothing.
     */
    void handshake(Duration limit) throws IOException {
        if (!(io instanceof SSLSocket tls)) {
            return;
        }
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture.delayedExecutor(limit.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
                .execute(() -> {
                    if (!done.get()) {
                        late.set(true);
                        Link.closeQuietly(tcp);
                    }
                });
        try {
            tls.startHandshake();
        } catch (IOException e) {
            throw late.get() ? new PeerTimeoutException("timed out in the TLS handshake") : new TlsRefusal(e);
        } finally {
            done.set(true);
        }
    }
}
