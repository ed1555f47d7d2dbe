package org.tandem.history;

import java.util.List;
import java.util.Map;
import org.tandem.result.finding.PriorFinding;
import org.tandem.result.iod.Predecessor;

/**
 * A run, and what it is built on.
 *
 * @param findings in the same frame of reference, whose tracking identifiers are kept where they are found again
 * @param replaced for each destination the reports on the same series by the same model, of whatever version, that it
 *     has or is to have, and that the new one replaces
 */
public record Chapter(Run run, List<PriorFinding> findings, Map<String, List<Predecessor>> replaced) {

    public Chapter {
        findings = List.copyOf(findings);
        replaced = Map.copyOf(replaced);
    }

    /** What the report for a destination replaces. */
    public List<Predecessor> replacedAt(String destination) {
        return replaced.getOrDefault(destination, List.of());
    }
}
