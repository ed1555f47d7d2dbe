package org.tandem.work;

import org.tandem.net.CommitmentRequest;
import org.tandem.net.CommitmentResult;

/**
 * What storage commitment is given on.
 *
 * @param ledger of the reports that are owed
 * @param holdings looks, while it is asked, which instances are safely kept
 */
public record Keeping(CommitmentLedger ledger, Holdings holdings) {

    /** Finds out what is kept of what somebody asks for; may read every byte of it. */
    @FunctionalInterface
    public interface Holdings {
        CommitmentResult of(CommitmentRequest request);
    }
}
