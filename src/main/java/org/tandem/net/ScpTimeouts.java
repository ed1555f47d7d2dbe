package org.tandem.net;

import java.time.Duration;

/**
 * How long a requestor may keep us waiting.
 *
 * @param artim for the first PDU, and for the connection to be closed at the end (PS3.8 9.1.5)
 * @param betweenPdus for one PDU inside a message, and for what we write to be taken
 * @param idleAssociation between two messages; then the association is aborted
 * @param drain how long {@code close()} lets running messages go on
 */
public record ScpTimeouts(Duration artim, Duration betweenPdus, Duration idleAssociation, Duration drain) {

    public static final ScpTimeouts DEFAULT = new ScpTimeouts(
            Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofSeconds(30));

    public ScpTimeouts {
        Check.positive("artim", artim);
        Check.positive("betweenPdus", betweenPdus);
        Check.positive("idleAssociation", idleAssociation);
        Check.positive("drain", drain);
    }

    public ScpTimeouts withArtim(Duration value) {
        return new ScpTimeouts(value, betweenPdus, idleAssociation, drain);
    }

    public ScpTimeouts withBetweenPdus(Duration value) {
        return new ScpTimeouts(artim, value, idleAssociation, drain);
    }

    public ScpTimeouts withIdleAssociation(Duration value) {
        return new ScpTimeouts(artim, betweenPdus, value, drain);
    }

    public ScpTimeouts withDrain(Duration value) {
        return new ScpTimeouts(artim, betweenPdus, idleAssociation, value);
    }
}
