package org.tandem.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that say where each job, result and delivery stands. Every change names the state that it starts from, so
 * that of two who try only one succeeds. What is to run next is Quartz's to know, not the ledger's.
 */
public interface WorkLedger {

    /** Adds a job as QUEUED. Answers false, and changes nothing, if it is there already. */
    boolean add(JobOrder order, Instant now);

    Optional<JobRecord.Detail> find(JobId id);

    /** The latest jobs, newest first; of any state if none is given. */
    List<JobRecord> latest(Optional<JobState> state, int most);

    /** The latest jobs of one series' rounds, newest first. */
    List<JobRecord> ofSeries(org.tandem.dicom.Uid series);

    /** Jobs that are QUEUED or RUNNING: at start, those must be in the queue. */
    List<JobRecord> unfinished();

    /** QUEUED or RUNNING → RUNNING, one attempt more. Empty if the job is in another state: then it must not run. */
    Optional<JobRecord> begin(JobId id, Instant now);

    /**
     * RUNNING → what the outcome says; records what it filed and WAITING deliveries of it in the same transaction.
     * Answers false, and changes nothing, if the job is in another state: then nobody wants the outcome any more.
     */
    boolean end(JobId id, JobOutcome outcome, Instant now);

    /** REFUSED, FAILED or CANCELLED → QUEUED, attempts back to 0; its deliveries that wait are cancelled. */
    boolean requeue(JobId id, Instant now);

    /** DONE → QUEUED, attempts back to 0; its deliveries that wait are cancelled. */
    boolean rerun(JobId id, Instant now);

    /** QUEUED or RUNNING → CANCELLED. */
    boolean cancel(JobId id, Instant now);

    Map<JobState, Long> countsByState();

    List<DeliveryRecord> latestDeliveries(Optional<DeliveryState> state, int most);

    /** Deliveries that are WAITING, SENDING or COMMITTING: at start, those must be in the queue. */
    List<DeliveryRecord> unfinishedDeliveries();

    /**
     * WAITING, SENDING or (its report has not come in time) COMMITTING → SENDING, one attempt more. Empty if the
     * delivery is in another state.
     */
    Optional<DeliveryRecord> beginDelivery(DeliveryId id, Instant now);

    /** SENDING → the given state. */
    void endDelivery(DeliveryId id, DeliveryState state, String message, Instant now);

    /** What a delivery may send: sets of results that say the same, the best first. */
    List<List<ResultRecord>> renditions(DeliveryId id);

    /** Notes which instances a destination has taken in this attempt; others count as not taken. */
    void taken(DeliveryId id, List<org.tandem.dicom.Uid> instances);

    /** What a destination has taken. */
    List<ResultRecord> takenBy(DeliveryId id);

    /** SENDING → COMMITTING, waiting for the report of this transaction; the message says what was left out. */
    boolean awaitCommitment(DeliveryId id, org.tandem.dicom.Uid transaction, String leftOut, Instant now);

    /** The delivery that is COMMITTING and waits for the report of this transaction. */
    Optional<DeliveryRecord> committing(org.tandem.dicom.Uid transaction);

    /** COMMITTING, waiting for the report of this transaction → the given state. */
    boolean endCommitment(org.tandem.dicom.Uid transaction, DeliveryState state, String message, Instant now);

    /** WAITING or COMMITTING → CANCELLED. */
    boolean cancelDelivery(DeliveryId id, Instant now);

    /** FAILED or CANCELLED → WAITING, attempts back to 0. */
    boolean requeueDelivery(DeliveryId id, Instant now);

    Map<DeliveryState, Long> deliveryCountsByState();
}
