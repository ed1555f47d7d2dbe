package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A peer that sends a byte now and then, so that no single read ever waits long, and comes to no end. */
final class Dripping implements Closeable {

    private static final long MILLIS_PER_BYTE = 50;
    private static final long DEADLINE_SECONDS = 60;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch cut = new CountDownLatch(1);
    private final RawPeer peer;
    private final byte[] bytes;
    private int sent;

    /**
     * @param bytes begin with a head that promises more bytes than any test has time for; the last is sent again and
     *     again
     */
    Dripping(RawPeer peer, byte[] bytes) {
        this.peer = peer;
        this.bytes = bytes.clone();
        var unused = timer.scheduleWithFixedDelay(this::drip, 0, MILLIS_PER_BYTE, TimeUnit.MILLISECONDS);
    }

    private void drip() {
        int next = Math.min(sent, bytes.length - 1);
        try {
            peer.send(Arrays.copyOfRange(bytes, next, next + 1));
            sent++;
        } catch (IOException e) {
            timer.shutdown();
            cut.countDown();
        }
    }

    /** Whether the other end cuts the connection; answers no if it does not in time. */
    boolean isCut() throws InterruptedException {
        return cut.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether it has not been cut yet. */
    boolean goesOn() {
        return cut.getCount() > 0;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
