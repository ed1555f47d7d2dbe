package org.tandem.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.CommitmentResult;
import org.tandem.net.SopReference;
import org.tandem.net.StoreResult;

/**
 * What is left of a delivery to a destination that has to commit: it is asked to, and its report ends the delivery,
 * whichever way and whenever it comes. The transaction is in the ledger before anybody is asked, and the trigger that
 * sends all again in the queue: so a restart loses nothing.
 */
final class CommitmentWork {

    private static final Logger LOG = LoggerFactory.getLogger(CommitmentWork.class);

    private final WorkLedger ledger;
    private final Destinations destinations;
    private final DeliveryWork.Ending ending;

    CommitmentWork(WorkLedger ledger, Destinations destinations, DeliveryWork.Ending ending) {
        this.ledger = ledger;
        this.destinations = destinations;
        this.ending = ending;
    }

    /** Asks, once all results have been taken. */
    void ask(DeliveryRecord delivery, SendOutcome sent) {
        DeliveryId id = delivery.id();
        Instant now = ending.clock().instant();
        Uid transaction = Uid.derived("storage commitment", id.job().value(), id.destination(), now.toString());
        if (!ledger.awaitCommitment(id, transaction, sent.leftOut(), now)) {
            LOG.info("Delivery {} was taken away while it was sent", id);
            return;
        }
        ending.queue().deliveryAfter(id, destinations.commitment().patience());
        List<SopReference> instances = ledger.takenBy(id).stream()
                .map(result -> new SopReference(result.sopClass(), result.sopInstance()))
                .toList();
        try {
            Destinations.Asked asked =
                    destinations.askToCommit(id.destination(), new CommitmentRequest(transaction, instances));
            if (asked.answer().stored()) {
                asked.result().ifPresent(this::told);
            } else {
                settle(transaction, refusal(asked.answer()));
            }
        } catch (TandemException e) {
            settle(
                    transaction,
                    new SendOutcome(SendOutcome.Verdict.FAILED, "Storage commitment not asked for: " + e.getMessage()));
        }
    }

    /** Takes a report. Answers false if nothing waits for it: it came too late, or is not ours. */
    boolean told(CommitmentResult result) {
        Optional<DeliveryRecord> waiting = ledger.committing(result.transaction());
        if (waiting.isEmpty()) {
            return false;
        }
        List<Uid> sent = ledger.takenBy(waiting.get().id()).stream()
                .map(ResultRecord::sopInstance)
                .toList();
        String leftOut = waiting.get().message();
        settle(
                result.transaction(),
                result.covers(sent)
                        ? new SendOutcome(
                                SendOutcome.Verdict.ACCEPTED,
                                "committed to " + sent.size() + " objects"
                                        + (leftOut.isEmpty() ? "" : "; left out: " + leftOut))
                        : new SendOutcome(SendOutcome.Verdict.FAILED, "not committed to: " + result.failed()));
        return true;
    }

    private static SendOutcome refusal(StoreResult answer) {
        return new SendOutcome(
                answer.kind() == StoreResult.Kind.RETRYABLE ? SendOutcome.Verdict.FAILED : SendOutcome.Verdict.REFUSED,
                "Storage commitment refused: " + answer);
    }

    private void settle(Uid transaction, SendOutcome outcome) {
        Optional<DeliveryRecord> waiting = ledger.committing(transaction);
        if (waiting.isEmpty()) {
            return;
        }
        DeliveryRecord delivery = waiting.get();
        DeliveryState state = ending.stateAfter(delivery, outcome);
        if (ledger.endCommitment(
                transaction, state, outcome.message(), ending.clock().instant())) {
            ending.tell(delivery, state, outcome);
        }
    }
}
