package org.tandem.work;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tandem.result.PlanChange;
import org.tandem.route.RouteMatch;

/**
 * What the rules that ordered a job want otherwise than usual.
 *
 * @param changes by destination, of what it is sent; only where a rule says something
 * @param reportNotProcessed whether destinations are told where the model did not read the series
 */
public record Wishes(Map<String, PlanChange> changes, boolean reportNotProcessed) {

    public static final Wishes NONE = new Wishes(Map.of(), true);

    public Wishes {
        changes = Map.copyOf(changes);
    }

    static Wishes of(RouteMatch.Recipients recipients) {
        Map<String, PlanChange> changes = recipients.change().equals(PlanChange.NONE)
                ? Map.of()
                : recipients.destinations().stream()
                        .distinct()
                        .collect(Collectors.toMap(name -> name, name -> recipients.change()));
        return new Wishes(changes, recipients.reportNotProcessed());
    }

    Wishes and(Wishes other) {
        Map<String, PlanChange> both = new TreeMap<>(changes);
        other.changes.forEach((name, change) -> both.merge(name, change, PlanChange::and));
        return new Wishes(both, reportNotProcessed || other.reportNotProcessed);
    }

    PlanChange changeFor(String destination) {
        return changes.getOrDefault(destination, PlanChange.NONE);
    }

    /** The changes as a row keeps them: destination=change, with commas between, which no name has in it. */
    public String inWords() {
        return new TreeMap<>(changes)
                .entrySet().stream()
                        .map(change -> change.getKey() + "=" + change.getValue())
                        .collect(Collectors.joining(","));
    }

    /** The opposite of {@link #inWords}. */
    public static Wishes parse(String changes, boolean reportNotProcessed) {
        Map<String, PlanChange> parsed = Arrays.stream(changes.split(","))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toMap(
                        text -> text.substring(0, text.lastIndexOf('=')),
                        text -> PlanChange.parse(text.substring(text.lastIndexOf('=') + 1))));
        return new Wishes(parsed, reportNotProcessed);
    }
}
