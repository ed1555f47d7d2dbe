package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer that sends a byte now and then, so that no single read ever waits long. */
final class Dripping implements Closeable {

    private static final long MILLIS_PER_BYTE = 50;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger sent = new AtomicInteger();
    private final byte[] bytes;
    private final Future<?> drops;

    Dripping(RawPeer peer, byte[] bytes) {
        this.bytes = bytes.clone();
        drops = timer.scheduleAtFixedRate(() -> drip(peer), 0, MILLIS_PER_BYTE, TimeUnit.MILLISECONDS);
    }

    boolean finished() {
        return sent.get() == bytes.length;
    }

    private void drip(RawPeer peer) {
        try {
            peer.send(new byte[] {bytes[sent.get()]});
            sent.incrementAndGet();
        } catch (IOException e) {
            timer.shutdown();
        }
    }

    @Override
    public void close() {
        drops.cancel(true);
        timer.shutdownNow();
    }
}
