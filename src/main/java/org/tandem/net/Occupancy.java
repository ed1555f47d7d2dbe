package org.tandem.net;

import java.util.HashMap;
import java.util.Map;

/** Who holds how many of the places for associations. For many threads. */
final class Occupancy {

    /** One requestor, by the title that it gives itself and the address that it comes from. */
    private record Requestor(AeTitle calling, String host) {}

    private final AssociationLimits limits;
    private final Map<Requestor, Integer> byRequestor = new HashMap<>();
    private int all;

    Occupancy(AssociationLimits limits) {
        this.limits = limits;
    }

    /** Takes a place, if there is one in all and one for this requestor. */
    synchronized boolean enter(AssociationInfo association) {
        Requestor requestor = requestor(association);
        int held = byRequestor.getOrDefault(requestor, 0);
        if (all >= limits.inAll() || held >= limits.ofOnePeer()) {
            return false;
        }
        all++;
        byRequestor.put(requestor, held + 1);
        return true;
    }

    /** Frees the place that {@link #enter} took. */
    synchronized void leave(AssociationInfo association) {
        all--;
        byRequestor.computeIfPresent(requestor(association), (key, held) -> held == 1 ? null : held - 1);
    }

    private static Requestor requestor(AssociationInfo association) {
        return new Requestor(association.calling(), association.peerHost());
    }
}
