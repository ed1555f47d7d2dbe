package org.tandem.result;

import java.util.List;
import org.tandem.result.finding.PriorFinding;
import org.tandem.result.iod.Predecessor;

/**
 * What was said before of the same patient.
 *
 * @param predecessors reports on the same series by the same model, of whatever version, that the new one replaces
 * @param findings in the same frame of reference, whose tracking identifiers are kept where they are found again
 */
public record ResultHistory(List<Predecessor> predecessors, List<PriorFinding> findings) {

    public static final ResultHistory NONE = new ResultHistory(List.of(), List.of());

    public ResultHistory {
        predecessors = List.copyOf(predecessors);
        findings = List.copyOf(findings);
    }
}
