package org.tandem.work;

import java.time.Duration;
import java.util.Set;

/**
 * Storage commitment (PS3.4 Annex J): which destinations have to commit to what they were sent before its delivery is
 * done, how long they may take, and to whom we commit.
 *
 * @param destinations by the names that routes use
 * @param requestors who may ask us, by the same names; each is reported to where it is configured
 * @param overSameAssociation how long an association is kept open for a report before one of its own is
 * @param patience after which all is sent again
 */
public record Commitment(
        Set<String> destinations, Set<String> requestors, Duration overSameAssociation, Duration patience) {

    /** Nobody has to, nobody may. */
    public static final Commitment NONE =
            new Commitment(Set.of(), Set.of(), Duration.ofSeconds(5), Duration.ofHours(1));

    public Commitment {
        destinations = Set.copyOf(destinations);
        requestors = Set.copyOf(requestors);
    }
}
