package org.tandem.history;

import java.util.List;
import org.tandem.dicom.Uid;
import org.tandem.result.ResultHistory;
import org.tandem.result.iod.Predecessor;

/** A run, and what it was built on. */
public record Chapter(Run run, ResultHistory before) {

    List<Uid> replaced() {
        return before.predecessors().stream().map(Predecessor::sopInstance).toList();
    }
}
