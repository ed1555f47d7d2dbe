package org.tandem.work;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.tandem.net.CommitmentResult;

/** One run of a delivery: sends a job's results to one destination. The row says how it ended. */
final class DeliveryWork {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWork.class);

    private final WorkLedger ledger;
    private final Destinations destinations;
    private final Ending ending;
    private final CommitmentWork commitment;

    /** What a delivery needs to end: the queue, the policy, the time. */
    record Ending(WorkQueue queue, RetryPolicy retry, Clock clock) {

        DeliveryState stateAfter(DeliveryRecord delivery, SendOutcome outcome) {
            return switch (outcome.verdict()) {
                case ACCEPTED -> DeliveryState.ACCEPTED;
                case REFUSED -> DeliveryState.FAILED;
                case FAILED -> retry.allowsAnother(delivery.attempts()) ? DeliveryState.WAITING : DeliveryState.FAILED;
            };
        }

        /** Once the row says so: logs it, and puts what waits again in the queue. */
        void tell(DeliveryRecord delivery, DeliveryState state, SendOutcome outcome) {
            DeliveryId id = delivery.id();
            switch (state) {
                case ACCEPTED -> LOG.info("Delivered to {}: {}", id.destination(), outcome.message());
                case WAITING -> {
                    LOG.warn("Delivery to {} failed, will be tried again: {}", id.destination(), outcome.message());
                    queue.deliveryAfter(id, retry.waitAfter(delivery.attempts()));
                }
                default ->
                    LOG.error(
                            "Delivery to {} was given up after {} attempts: {}. Retry it with: tandem jobs retry {}",
                            id.destination(),
                            delivery.attempts(),
                            outcome.message(),
                            id.job());
            }
        }
    }

    DeliveryWork(WorkLedger ledger, Destinations destinations, Ending ending) {
        this.ledger = ledger;
        this.destinations = destinations;
        this.ending = ending;
        this.commitment = new CommitmentWork(ledger, destinations, ending);
    }

    /** Takes a destination's report of what it commits to. Answers false if nothing waits for it. */
    boolean told(CommitmentResult result) {
        return commitment.told(result);
    }

    @SuppressWarnings("try") // the MDC entries only need to be closed
    void run(DeliveryId id) {
        Optional<DeliveryRecord> begun = ledger.beginDelivery(id, ending.clock().instant());
        if (begun.isEmpty()) {
            LOG.info("Delivery {} is not waiting any more, nothing to do", id);
            return;
        }
        try (var ignored = MDC.putCloseable("job", id.job().value())) {
            SendOutcome outcome = send(id);
            if (!outcome.taken().isEmpty()) {
                ledger.taken(id, outcome.taken());
            }
            boolean accepted = outcome.verdict() == SendOutcome.Verdict.ACCEPTED;
            if (accepted && !outcome.taken().isEmpty() && destinations.commits(id.destination())) {
                commit(begun.get(), outcome);
            } else {
                end(begun.get(), outcome);
            }
        }
    }

    private void commit(DeliveryRecord delivery, SendOutcome outcome) {
        if (ending.retry().allowsAnother(delivery.attempts() - 1)) {
            commitment.ask(delivery, outcome);
        } else {
            end(delivery, new SendOutcome(SendOutcome.Verdict.REFUSED, "all was taken, but never committed to"));
        }
    }

    private SendOutcome send(DeliveryId id) {
        try {
            SendOutcome outcome = destinations.send(id.destination(), ledger.renditions(id));
            if (!outcome.leftOut().isEmpty()) {
                LOG.warn("Not sent to {}: {}", id.destination(), outcome.leftOut());
            }
            return outcome;
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("Delivery to {} failed in a way that nobody foresaw", id.destination(), e);
            return new SendOutcome(SendOutcome.Verdict.FAILED, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private void end(DeliveryRecord delivery, SendOutcome outcome) {
        DeliveryState state = ending.stateAfter(delivery, outcome);
        ledger.endDelivery(
                delivery.id(), state, outcome.message(), ending.clock().instant());
        ending.tell(delivery, state, outcome);
    }
}
