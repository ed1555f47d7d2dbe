package org.tandem.net;

/** What the acceptor bears: how many associations, how much from each, for how long. */
public record ScpLimits(AssociationLimits associations, ReceiveLimits receive, ScpTimeouts timeouts) {

    public static final ScpLimits DEFAULT =
            new ScpLimits(AssociationLimits.DEFAULT, ReceiveLimits.DEFAULT, ScpTimeouts.DEFAULT);

    public ScpLimits withMaxAssociations(int value) {
        return withAssociations(associations.withInAll(value));
    }

    public ScpLimits withAssociations(AssociationLimits value) {
        return new ScpLimits(value, receive, timeouts);
    }

    public ScpLimits withReceive(ReceiveLimits value) {
        return new ScpLimits(associations, value, timeouts);
    }

    public ScpLimits withTimeouts(ScpTimeouts value) {
        return new ScpLimits(associations, receive, value);
    }
}
