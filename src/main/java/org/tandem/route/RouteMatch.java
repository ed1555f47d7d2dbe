package org.tandem.route;

import java.util.List;

/** A rule that matched a series, and what it asks for. */
public record RouteMatch(String rule, String model, int priority, List<String> destinations) {

    public RouteMatch {
        destinations = List.copyOf(destinations);
    }
}
