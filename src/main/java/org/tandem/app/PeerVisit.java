package org.tandem.app;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.net.Peer;
import org.tandem.net.PeerCheck;
import org.tandem.net.ScuOptions;

/**
 * Asks every destination, at the start of a node, whether it answers and what it takes, and tells the log: so that a
 * wrong address is found before the first result is due. Nothing waits for it.
 */
final class PeerVisit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeerVisit.class);

    private final Map<String, Peer> peers;
    private final ScuOptions options;
    private volatile boolean closed;

    private PeerVisit(Map<String, Peer> peers, ScuOptions options) {
        this.peers = new TreeMap<>(peers);
        this.options = options;
    }

    /** Asks one after the other, on a thread of its own that keeps nobody from stopping. */
    static PeerVisit start(Map<String, Peer> peers, ScuOptions options) {
        PeerVisit visit = new PeerVisit(peers, options);
        Thread thread = new Thread(visit::askAll, "peer-visit");
        thread.setDaemon(true);
        thread.start();
        return visit;
    }

    private void askAll() {
        peers.forEach((name, peer) -> {
            if (!closed) {
                PeerCheck.Report report = PeerCheck.check(peer, options);
                String line = PeersCommand.line(name, peer, report);
                if (report.answers()) {
                    LOG.info("Destination {}", line);
                } else {
                    LOG.warn("Destination {}", line);
                }
            }
        });
    }

    /** Asks nobody more. */
    @Override
    public void close() {
        closed = true;
    }
}
