package org.tandem.app;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * A progress bar on the error stream. It shows itself only where bin/tandem has found a terminal, and only when the
 * work has taken two seconds. Thread-safe; its lock is itself.
 */
final class Progress {

    private static final long SHOWN_AFTER_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long BETWEEN_NANOS = Duration.ofMillis(100).toNanos();
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final String what;
    private final long total;
    private final boolean terminal = System.getenv("TANDEM_TERMINAL") != null;
    private final long start = System.nanoTime();
    private long done;
    private long lastDrawn;

    Progress(PrintWriter out, String what, long total) {
        this.out = out;
        this.what = what;
        this.total = total;
    }

    /** One more is done. */
    synchronized void step() {
        done++;
        long now = System.nanoTime();
        boolean due = now - start > SHOWN_AFTER_NANOS && (now - lastDrawn > BETWEEN_NANOS || done == total);
        if (terminal && due) {
            lastDrawn = now;
            int filled = (int) (WIDTH * done / Math.max(1, total));
            out.printf("\r%s [%s%s] %d/%d", what, "#".repeat(filled), ".".repeat(WIDTH - filled), done, total);
            if (done == total) {
                out.println();
            }
            out.flush();
        }
    }
}
