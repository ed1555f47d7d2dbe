package org.tandem.work;

import java.time.Duration;
import java.util.Set;

/**
 * Which destinations have to commit to what they were sent before its delivery is done (PS3.4 Annex J), and how long
 * they may take.
 *
 * @param destinations by the names that routes use
 * @param overSameAssociation how long the association is kept open for a report
 * @param patience after which all is sent again
 */
public record Commitment(Set<String> destinations, Duration overSameAssociation, Duration patience) {

    /** Nobody has to. */
    public static final Commitment NONE = new Commitment(Set.of(), Duration.ofSeconds(5), Duration.ofHours(1));

    public Commitment {
        destinations = Set.copyOf(destinations);
    }
}
