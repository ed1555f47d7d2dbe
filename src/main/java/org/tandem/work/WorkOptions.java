package org.tandem.work;

import java.time.Clock;

/**
 * How work is done.
 *
 * @param inferenceSlots jobs that run at once on the device; at least 1
 * @param deliveryThreads deliveries at once; at least 1
 */
public record WorkOptions(int inferenceSlots, int deliveryThreads, Retries retries, Clock clock) {

    /** What happens to what fails. */
    public record Retries(RetryPolicy inference, RetryPolicy delivery) {}

    public WorkOptions {
        if (inferenceSlots < 1 || deliveryThreads < 1) {
            throw new IllegalArgumentException("Threads: got " + inferenceSlots + " inference slots and "
                    + deliveryThreads + " delivery threads, expected at least 1 each");
        }
    }
}
