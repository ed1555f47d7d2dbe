package org.tandem.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.CommitmentResult;
import org.tandem.net.DimseStatus;
import org.tandem.net.StoreOutcome;
import org.tandem.net.StoreResult;

/**
 * Storage commitment as we give it (PS3.4 Annex J, role SCP). A request is in the ledger and its report in the queue
 * before it is answered Success; so the peer has its report, over the association on which it asked if it waits there,
 * else over one of ours, after a restart too. What is kept is looked up when it is reported, not when it is asked for.
 */
final class SafeKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(SafeKeeping.class);

    /** While a report goes out over the peer's own association, which may take reading gigabytes. */
    private static final Duration REPORTING = Duration.ofMinutes(10);

    private final Keeping keeping;
    private final Destinations destinations;
    private final DeliveryWork.Ending ending;
    private final Set<Uid> stranded = ConcurrentHashMap.newKeySet();

    SafeKeeping(Keeping keeping, Destinations destinations, DeliveryWork.Ending ending) {
        this.keeping = keeping;
        this.destinations = destinations;
        this.ending = ending;
    }

    /** Promises a report, or says why not. */
    StoreOutcome asked(CommitmentRequest request, AeTitle calling) {
        Optional<String> requestor = destinations.requestor(calling);
        if (requestor.isEmpty()) {
            LOG.warn("{} asks for storage commitment, but is not among commitment.requestors", calling);
            return new StoreOutcome(
                    DimseStatus.SOP_CLASS_NOT_SUPPORTED, "Storage commitment is not given to this title");
        }
        OwedReport report = new OwedReport(request, requestor.get());
        if (!keeping.ledger().add(report, ending.clock().instant()) && !isOwed(report)) {
            return new StoreOutcome(DimseStatus.PROCESSING_FAILURE, "Transaction UID of another request");
        }
        ending.queue()
                .reportAfter(request.transaction(), destinations.commitment().overSameAssociation());
        return StoreOutcome.SUCCESS;
    }

    private boolean isOwed(OwedReport report) {
        return keeping.ledger()
                .find(report.request().transaction())
                .filter(report::repeats)
                .isPresent();
    }

    /** What to report now, over the association on which it was asked; the queue holds back meanwhile. */
    Optional<CommitmentResult> resultFor(Uid transaction) {
        Optional<OwedReport> owed = keeping.ledger().find(transaction);
        if (owed.isPresent()) {
            ending.queue().reportAfter(transaction, REPORTING);
        }
        return owed.map(OwedReport::request).map(keeping.holdings()::of);
    }

    /** The peer has taken the report. */
    void reported(Uid transaction) {
        if (keeping.ledger().remove(transaction)) {
            ending.queue().remove(transaction);
        }
    }

    /** Reports over an association of ours; what is not taken is tried again, as often as a delivery. */
    void report(Uid transaction) {
        try {
            attempt(transaction);
        } catch (RuntimeException | OutOfMemoryError e) {
            stranded.add(transaction);
            LOG.error(
                    "Storage commitment {} could not be reported, is taken up when the database answers",
                    transaction,
                    e);
        }
    }

    private void attempt(Uid transaction) {
        Optional<OwedReport> owed = keeping.ledger().begin(transaction);
        if (owed.isEmpty()) {
            LOG.debug("Storage commitment {} is reported already", transaction);
            return;
        }
        OwedReport report = owed.get();
        CommitmentResult result = keeping.holdings().of(report.request());
        try {
            end(report, destinations.report(report.requestor(), result));
        } catch (TandemException e) {
            tryAgain(report, e.getMessage());
        }
    }

    private void end(OwedReport report, StoreResult answer) {
        if (answer.stored()) {
            keeping.ledger().remove(report.request().transaction());
            LOG.info("Storage commitment {} reported to {}", report.request().transaction(), report.requestor());
        } else {
            tryAgain(report, answer.toString());
        }
    }

    private void tryAgain(OwedReport report, String why) {
        Uid transaction = report.request().transaction();
        if (ending.retry().allowsAnother(report.attempts())) {
            LOG.warn(
                    "Storage commitment {} could not be reported to {}, will be tried again: {}",
                    transaction,
                    report.requestor(),
                    why);
            ending.queue().reportAfter(transaction, ending.retry().waitAfter(report.attempts()));
        } else {
            keeping.ledger().remove(transaction);
            LOG.error(
                    "Storage commitment {} could not be reported to {} in {} attempts and is given up; it has to ask again: {}",
                    transaction,
                    report.requestor(),
                    report.attempts(),
                    why);
        }
    }

    /** Puts back in the queue what a report that failed has not. */
    void takeUpStranded() {
        Set<Uid> owed =
                stranded.isEmpty() ? Set.of() : Set.copyOf(keeping.ledger().owed());
        for (Uid transaction : List.copyOf(stranded)) {
            if (!owed.contains(transaction)) {
                stranded.remove(transaction);
            } else if (!ending.queue().holds(transaction)) {
                takeUp(transaction);
            } // else it may be the run that failed, which is about to leave the queue: looked at again
        }
    }

    private void takeUp(Uid transaction) {
        stranded.remove(transaction);
        try {
            ending.queue().reportAfter(transaction, Duration.ZERO);
            LOG.info("Storage commitment {} is back in the queue", transaction);
        } catch (TandemException e) {
            stranded.add(transaction);
            throw e;
        }
    }

    /** Puts in the queue what is owed and not there. Answers how many. */
    int resume() {
        int put = 0;
        for (Uid transaction : keeping.ledger().owed()) {
            if (!ending.queue().holds(transaction)) {
                ending.queue().reportAfter(transaction, Duration.ZERO);
                put++;
            }
        }
        return put;
    }
}
