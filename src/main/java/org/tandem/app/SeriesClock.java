package org.tandem.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks twice a second whether a series is complete. What is due stands in rows: missing a beat loses nothing. */
final class SeriesClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesClock.class);
    private static final long BEAT_MS = 500;
    private static final long STOP_S = 30;

    private final ScheduledExecutorService executor;

    private SeriesClock(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    static SeriesClock start(Runnable dispatch) {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "series-clock"));
        var unused = executor.scheduleWithFixedDelay(() -> beat(dispatch), 0, BEAT_MS, TimeUnit.MILLISECONDS);
        return new SeriesClock(executor);
    }

    /** An exception would end the beats for good. */
    private static void beat(Runnable dispatch) {
        try {
            dispatch.run();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.error("Series could not be looked at, will be tried again", e);
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_S, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
