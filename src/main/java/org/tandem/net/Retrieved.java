package org.tandem.net;

import java.util.List;

/**
 * How a retrieval ended.
 *
 * @param failed SOP Instance UIDs that did not come, as far as the archive says which
 */
public record Retrieved(QueryStatus status, SubOperations subOperations, List<String> failed) {

    public Retrieved {
        failed = List.copyOf(failed);
    }

    /** Whether every instance came. */
    public boolean complete() {
        return status.success() && subOperations.failed() == 0;
    }
}
