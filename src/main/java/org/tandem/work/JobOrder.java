package org.tandem.work;

import java.util.List;
import java.util.stream.Stream;
import org.tandem.dicom.Uid;
import org.tandem.model.ModelName;
import org.tandem.route.RouteMatch;

/**
 * What an inference job is to do.
 *
 * @param revision which round of the series: a late image makes a new one
 * @param route why it is done and where the results go
 */
public record JobOrder(Uid series, int revision, ModelName model, RouteTaken route) {

    /**
     * The route that ordered a job.
     *
     * @param rule its name
     * @param priority of the trigger
     * @param destinations names of the destinations
     */
    public record RouteTaken(String rule, int priority, List<String> destinations, Wishes wishes) {

        /** As long as a row keeps them. */
        private static final int MAX_RULE_LENGTH = 100;

        public RouteTaken {
            rule = rule.length() <= MAX_RULE_LENGTH ? rule : rule.substring(0, MAX_RULE_LENGTH - 1) + "…";
            destinations = destinations.stream().distinct().toList();
        }

        /** Where destinations are sent what they always are. */
        public RouteTaken(String rule, int priority, List<String> destinations) {
            this(rule, priority, destinations, Wishes.NONE);
        }

        static RouteTaken of(RouteMatch match) {
            RouteMatch.Recipients recipients = match.recipients();
            Wishes wishes = Wishes.of(recipients);
            return new RouteTaken(match.rule(), match.priority(), recipients.destinations(), wishes);
        }

        /** What both ask for: destinations of either, the higher priority. */
        RouteTaken and(RouteTaken other) {
            return new RouteTaken(
                    rule + " + " + other.rule,
                    Math.max(priority, other.priority),
                    Stream.concat(destinations.stream(), other.destinations.stream())
                            .toList(),
                    wishes.and(other.wishes));
        }
    }

    public JobId id() {
        return JobId.of(series, revision, model);
    }
}
