package org.tandem.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tandem.result.iod.Predecessor;

/** The rows of runs, of what they made, and of which reports they replaced. */
public interface HistoryLedger {

    /** When a run was first made; empty for one that is new. */
    Optional<Instant> firstMade(Run run);

    /** The reports that a run replaced at a destination when it was first made. */
    List<Predecessor> replacedBy(Run run, String destination);

    /**
     * Reports on the run's series by its model, of whatever version, that a destination has or is to have, and that no
     * such report replaces. For a run that was not processed only others of the kind: it does not replace a finding.
     */
    List<Predecessor> toReplace(Run run, String destination);

    /**
     * Segmentations of the same patient in the same frame of reference by the run's model, of whatever version, from
     * runs first made before a time; the newest first.
     */
    List<PastResult> segmentations(Run run, Instant before, int most);

    /** Notes what a run made and replaced. A run that was made before keeps its time and what it replaced. */
    void add(Chapter chapter, List<PastResult> made, Instant now);
}
