package org.tandem.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long a test waits for what another process does: that process can only be asked, again and again. */
record Deadline(long nanos) {

    private static final long BETWEEN_QUESTIONS_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** A question that may fail as long as the other process is not ready. */
    @FunctionalInterface
    interface Question {
        boolean holds() throws Exception;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Returns as soon as it holds; fails the test, with what was waited for, when the time is up. */
    void await(String what, Question question) throws Exception {
        while (!question.holds()) {
            if (isOver()) {
                throw new AssertionError("Waited in vain until " + what);
            }
            LockSupport.parkNanos(BETWEEN_QUESTIONS_NANOS);
        }
    }

    boolean isOver() {
        return System.nanoTime() >= nanos;
    }

    long millisLeft() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime()));
    }
}
