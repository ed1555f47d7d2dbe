package org.tandem.work;

import java.time.Duration;

/** Measures the stages of one piece of work, one after the other. For one thread. */
final class Stopwatch {

    private long lastNanos = System.nanoTime();

    /** Time since the last lap, or since the start. */
    Duration lap() {
        long now = System.nanoTime();
        Duration lap = Duration.ofNanos(now - lastNanos);
        lastNanos = now;
        return lap;
    }
}
