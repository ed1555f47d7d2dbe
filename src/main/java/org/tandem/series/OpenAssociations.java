package org.tandem.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.dicom.Uid;

/**
 * Which series are still being sent on which associations, of sources whose release completes a series. Only in memory:
 * no association survives a restart, and then the quiet period completes the series. Guarded by its own lock.
 */
final class OpenAssociations {

    private final Map<Long, Set<Uid>> seriesOf = new HashMap<>();

    synchronized void add(long association, Uid series) {
        seriesOf.computeIfAbsent(association, id -> new HashSet<>()).add(series);
    }

    /** The series that came on this association and on no other that is still open. */
    synchronized List<Uid> end(long association) {
        Set<Uid> ended = seriesOf.remove(association);
        List<Uid> whole = new ArrayList<>(ended == null ? Set.of() : ended);
        seriesOf.values().forEach(whole::removeAll);
        return whole;
    }
}
