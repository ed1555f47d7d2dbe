package org.tandem.route;

import java.util.List;
import org.tandem.result.PlanChange;

/** A rule that matched a series, and what it asks for. */
public record RouteMatch(String rule, String model, int priority, Recipients recipients) {

    /**
     * Who gets the results, and what of them.
     *
     * @param destinations names of the destinations
     * @param change of what these destinations are sent otherwise
     * @param reportNotProcessed whether they are told where the model did not read the series
     */
    public record Recipients(List<String> destinations, PlanChange change, boolean reportNotProcessed) {

        public Recipients {
            destinations = List.copyOf(destinations);
        }

        /** Who are sent what they always are. */
        public static Recipients of(String... destinations) {
            return new Recipients(List.of(destinations), PlanChange.NONE, true);
        }
    }
}
