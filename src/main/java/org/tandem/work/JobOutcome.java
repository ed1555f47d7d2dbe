package org.tandem.work;

import java.util.List;

/** How one run of an inference job ended. */
public sealed interface JobOutcome {

    /** What people read about it in the ledger. */
    String message();

    /** Results are on disk, and are to be delivered to the destinations of the order. */
    record Done(List<ResultRecord> results, String message) implements JobOutcome {
        public Done {
            results = List.copyOf(results);
        }
    }

    /** Will never succeed: the reasons are in the message, each with its code. */
    record Refused(String message) implements JobOutcome {}

    /** May succeed later: goes back to the queue. */
    record Again(String message) implements JobOutcome {}

    /** Has failed too often: dead letter. */
    record Dead(String message) implements JobOutcome {}
}
