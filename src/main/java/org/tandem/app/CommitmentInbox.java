package org.tandem.app;

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
import org.tandem.work.Work;

/**
 * What destinations report of what they commit to (PS3.4 Annex J, role SCU). A request to commit to what others sent
 * here is refused: a report that has to survive a restart is not promised yet.
 */
final class CommitmentInbox implements CommitmentHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CommitmentInbox.class);

    private final Work work;

    CommitmentInbox(Work work) {
        this.work = work;
    }

    @Override
    public StoreOutcome told(CommitmentResult result, AssociationInfo association) {
        if (work.told(result)) {
            return StoreOutcome.SUCCESS;
        }
        LOG.warn("{} reports on {}, for which no delivery waits", association.calling(), result.transaction());
        return new StoreOutcome(DimseStatus.PROCESSING_FAILURE, "Transaction UID is not waited for here");
    }

    @Override
    public StoreOutcome asked(CommitmentRequest request, AssociationInfo association) {
        return new StoreOutcome(DimseStatus.SOP_CLASS_NOT_SUPPORTED, "Storage commitment is not given here");
    }

    @Override
    public Optional<CommitmentResult> resultFor(Uid transaction, AssociationInfo association) {
        return Optional.empty();
    }

    @Override
    public void reported(Uid transaction, AssociationInfo association) {}
}
