package org.tandem.work;

import java.time.Duration;

/**
 * How often, and after how long, something that failed is tried again: the wait doubles from first to longest.
 *
 * @param maxAttempts runs in all, the first included; at least 1
 */
public record RetryPolicy(int maxAttempts, Duration firstWait, Duration longestWait) {

    private static final int MAX_DOUBLINGS = 30;

    public RetryPolicy {
        if (maxAttempts < 1 || firstWait.isNegative() || longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException("Retry policy: got " + maxAttempts + " attempts, " + firstWait + " to "
                    + longestWait + ", expected ≥ 1 attempt and a longest wait not below the first");
        }
    }

    public boolean allowsAnother(int attemptsSoFar) {
        return attemptsSoFar < maxAttempts;
    }

    /** How long to wait after this many attempts have failed: first, 2·first, 4·first … up to the longest. */
    public Duration waitAfter(int failedAttempts) {
        int doublings = Math.min(MAX_DOUBLINGS, Math.max(0, failedAttempts - 1));
        Duration wait = firstWait.multipliedBy(1L << doublings);
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }
}
