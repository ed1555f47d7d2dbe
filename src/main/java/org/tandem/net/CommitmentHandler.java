package org.tandem.net;

import java.util.Optional;
import org.tandem.dicom.Uid;

/**
 * Takes what peers ask and tell about storage commitment (PS3.4 Annex J). Called on the thread of the association; many
 * associations at once. What it throws is answered as a failure.
 */
public interface CommitmentHandler {

    /** For a node that does not serve it: its contexts are not accepted. */
    CommitmentHandler NONE = new CommitmentHandler() {
        @Override
        public StoreOutcome asked(CommitmentRequest request, AssociationInfo association) {
            return new StoreOutcome(DimseStatus.UNRECOGNIZED_OPERATION, "");
        }

        @Override
        public Optional<CommitmentResult> resultFor(Uid transaction, AssociationInfo association) {
            return Optional.empty();
        }

        @Override
        public void reported(Uid transaction, AssociationInfo association) {}

        @Override
        public StoreOutcome told(CommitmentResult result, AssociationInfo association) {
            return new StoreOutcome(DimseStatus.UNRECOGNIZED_OPERATION, "");
        }
    };

    /**
     * A peer that sent to us asks.
     *
     * @return Success is a promise that the peer will have a result, whatever happens to this association or this node
     */
    StoreOutcome asked(CommitmentRequest request, AssociationInfo association);

    /** What can be reported while the association on which it was asked is still open; empty for later. */
    Optional<CommitmentResult> resultFor(Uid transaction, AssociationInfo association);

    /** The peer has taken the report over the association on which it had asked. */
    void reported(Uid transaction, AssociationInfo association);

    /** A peer that we sent to tells us the result, in an association that it opened. */
    StoreOutcome told(CommitmentResult result, AssociationInfo association);
}
