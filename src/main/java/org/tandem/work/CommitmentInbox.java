package org.tandem.work;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.Uid;
import org.tandem.net.AssociationInfo;
import org.tandem.net.CommitmentHandler;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.CommitmentResult;
import org.tandem.net.DimseStatus;
import org.tandem.net.StoreOutcome;

/**
 * Storage commitment from both sides (PS3.4 Annex J): what destinations report of what they commit to, and what others
 * ask us to commit to.
 */
final class CommitmentInbox implements CommitmentHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CommitmentInbox.class);

    private final DeliveryWork delivery;
    private final SafeKeeping keeping;

    CommitmentInbox(DeliveryWork delivery, SafeKeeping keeping) {
        this.delivery = delivery;
        this.keeping = keeping;
    }

    @Override
    public StoreOutcome told(CommitmentResult result, AssociationInfo association) {
        if (delivery.told(result)) {
            return StoreOutcome.SUCCESS;
        }
        LOG.warn("{} reports on {}, for which no delivery waits", association.calling(), result.transaction());
        return new StoreOutcome(DimseStatus.PROCESSING_FAILURE, "Transaction UID is not waited for here");
    }

    @Override
    public StoreOutcome asked(CommitmentRequest request, AssociationInfo association) {
        return keeping.asked(request, association.calling());
    }

    @Override
    public Optional<CommitmentResult> resultFor(Uid transaction, AssociationInfo association) {
        return keeping.resultFor(transaction);
    }

    @Override
    public void reported(Uid transaction, AssociationInfo association) {
        keeping.reported(transaction);
    }
}
