package org.tandem.model;

import java.time.Duration;

/**
 * How requests of several jobs share one call of a network. A network whose answer to an object depends on what else is
 * in the call must not say so.
 *
 * @param maxBatch most objects in one call; at least 2
 * @param maxWait how long a request waits for others while other jobs are at work with the network
 */
public record Batching(int maxBatch, Duration maxWait) {

    public Batching {
        if (maxBatch < 2 || maxWait.isNegative()) {
            throw new IllegalArgumentException("Batching: got " + maxBatch + " objects and " + maxWait
                    + ", expected at least 2 and no less than 0");
        }
    }
}
