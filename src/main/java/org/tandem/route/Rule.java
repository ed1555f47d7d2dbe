package org.tandem.route;

import java.util.List;
import org.tandem.model.Condition;

/**
 * One rule of {@code conf/routes.yaml}.
 *
 * @param model reference of the model, {@code name} (newest version when the job is ordered) or {@code name/version}
 * @param priority 1 (last) to 10 (first) among waiting jobs
 */
record Rule(String name, Condition when, String model, int priority, RouteMatch.Recipients recipients) {

    List<String> destinations() {
        return recipients.destinations();
    }

    RouteMatch match() {
        return new RouteMatch(name, model, priority, recipients);
    }
}
