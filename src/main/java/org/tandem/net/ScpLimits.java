package org.tandem.net;

/**
 * What the acceptor bears.
 *
 * @param maxAssociations open at once; each has a thread
 */
public record ScpLimits(int maxAssociations, ReceiveLimits receive, ScpTimeouts timeouts) {

    public static final ScpLimits DEFAULT = new ScpLimits(64, ReceiveLimits.DEFAULT, ScpTimeouts.DEFAULT);

    public ScpLimits {
        Check.atLeast("maxAssociations", maxAssociations, 1);
    }

    public ScpLimits withMaxAssociations(int value) {
        return new ScpLimits(value, receive, timeouts);
    }

    public ScpLimits withReceive(ReceiveLimits value) {
        return new ScpLimits(maxAssociations, value, timeouts);
    }

    public ScpLimits withTimeouts(ScpTimeouts value) {
        return new ScpLimits(maxAssociations, receive, value);
    }
}
