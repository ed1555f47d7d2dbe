package org.tandem.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.Uid;
import org.tandem.work.DeliveryId;
import org.tandem.work.DeliveryRecord;
import org.tandem.work.DeliveryState;
import org.tandem.work.JobId;
import org.tandem.work.JobOrder;
import org.tandem.work.JobOutcome;
import org.tandem.work.JobRecord;
import org.tandem.work.JobState;
import org.tandem.work.ResultRecord;
import org.tandem.work.WorkLedger;

/**
 * The ledger of jobs, results and deliveries in H2 or PostgreSQL. Each change is on the disk when its method returns: a
 * job whose results have left for a destination is done, whatever happens to the node then, and does not make them
 * again with other times.
 */
public final class JdbcWorkLedger implements WorkLedger {

    private static final int MAX_MESSAGE_LENGTH = 4000;

    private final Transactions transactions;

    public JdbcWorkLedger(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(JobOrder order, Instant now) {
        return update(
                        """
                        INSERT INTO job (id, series_uid, revision, model_name, model_version, rule, priority,
                                         destinations, wishes, report_not_processed, state, attempts, message,
                                         ordered_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0, '', ?)
                        ON CONFLICT DO NOTHING
                        """,
                        order.id().value(),
                        order.series().value(),
                        order.revision(),
                        order.model().name(),
                        order.model().version(),
                        order.route().rule(),
                        order.route().priority(),
                        String.join(",", order.route().destinations()),
                        order.route().wishes().inWords(),
                        order.route().wishes().reportNotProcessed(),
                        WorkRows.at(now))
                == 1;
    }

    @Override
    public Optional<JobRecord.Detail> find(JobId id) {
        return transactions.inTransaction(connection -> {
            List<JobRecord> jobs = Sql.query(connection, WorkRows::job, "SELECT * FROM job WHERE id = ?", id.value());
            List<ResultRecord> results = Sql.query(
                    connection,
                    WorkRows::result,
                    """
                    SELECT r.* FROM result r WHERE r.job_id = ? AND EXISTS (
                        SELECT 1 FROM delivery_part p
                        WHERE p.job_id = r.job_id AND p.sop_instance_uid = r.sop_instance_uid
                            AND (p.rendition = 0 OR p.taken))
                    ORDER BY r.kind, r.sop_instance_uid
                    """,
                    id.value());
            List<DeliveryRecord> deliveries = Sql.query(
                    connection,
                    WorkRows::delivery,
                    "SELECT * FROM delivery WHERE job_id = ? ORDER BY destination",
                    id.value());
            return jobs.stream().findFirst().map(job -> new JobRecord.Detail(job, results, deliveries));
        });
    }

    @Override
    public List<JobRecord> latest(Optional<JobState> state, int most) {
        return state.isPresent()
                ? query(
                        WorkRows::job,
                        "SELECT * FROM job WHERE state = ? ORDER BY ordered_at DESC LIMIT ?",
                        state.get().name(),
                        most)
                : query(WorkRows::job, "SELECT * FROM job ORDER BY ordered_at DESC LIMIT ?", most);
    }

    @Override
    public List<JobRecord> ofSeries(Uid series) {
        return query(WorkRows::job, "SELECT * FROM job WHERE series_uid = ? ORDER BY ordered_at DESC", series.value());
    }

    @Override
    public List<JobRecord> unfinished() {
        return query(WorkRows::job, "SELECT * FROM job WHERE state IN ('QUEUED', 'RUNNING') ORDER BY ordered_at");
    }

    @Override
    public Optional<JobRecord> begin(JobId id, Instant now) {
        return transactions.inForcedTransaction(connection -> {
            int changed = Sql.update(
                    connection,
                    """
                    UPDATE job SET state = 'RUNNING', attempts = attempts + 1, begun_at = ?, ended_at = NULL
                    WHERE id = ? AND state IN ('QUEUED', 'RUNNING')
                    """,
                    WorkRows.at(now),
                    id.value());
            return changed == 0
                    ? Optional.<JobRecord>empty()
                    : Sql.query(connection, WorkRows::job, "SELECT * FROM job WHERE id = ?", id.value()).stream()
                            .findFirst();
        });
    }

    @Override
    public boolean end(JobId id, JobOutcome outcome, Instant now) {
        return transactions.inForcedTransaction(connection -> {
            int changed = Sql.update(
                    connection,
                    "UPDATE job SET state = ?, message = ?, ended_at = ? WHERE id = ? AND state = 'RUNNING'",
                    stateAfter(outcome).name(),
                    cut(outcome.message()),
                    WorkRows.at(now),
                    id.value());
            boolean telling = outcome instanceof JobOutcome.Done
                    || !outcome.filed().results().isEmpty();
            if (changed == 1 && telling) {
                DeliveryRows.file(connection, id, outcome.filed(), WorkRows.at(now));
            }
            return changed == 1;
        });
    }

    @Override
    public boolean requeue(JobId id, Instant now) {
        return queueAgain(
                id,
                """
                UPDATE job SET state = 'QUEUED', attempts = 0, begun_at = NULL, ended_at = NULL
                WHERE id = ? AND state IN ('REFUSED', 'FAILED', 'CANCELLED')
                """,
                now);
    }

    @Override
    public boolean rerun(JobId id, Instant now) {
        return queueAgain(
                id,
                """
                UPDATE job SET state = 'QUEUED', attempts = 0, begun_at = NULL, ended_at = NULL
                WHERE id = ? AND state = 'DONE'
                """,
                now);
    }

    /** What waits to be delivered of the run before is not sent any more, the new run's is. */
    private boolean queueAgain(JobId id, String update, Instant now) {
        return transactions.inForcedTransaction(connection -> {
            boolean queued = Sql.update(connection, update, id.value()) == 1;
            if (queued) {
                Sql.update(
                        connection,
                        "UPDATE delivery SET state = 'CANCELLED', changed_at = ? WHERE job_id = ? AND state = 'WAITING'",
                        WorkRows.at(now),
                        id.value());
            }
            return queued;
        });
    }

    @Override
    public boolean cancel(JobId id, Instant now) {
        return update(
                        """
                        UPDATE job SET state = 'CANCELLED', ended_at = ?
                        WHERE id = ? AND state IN ('QUEUED', 'RUNNING')
                        """,
                        WorkRows.at(now),
                        id.value())
                == 1;
    }

    @Override
    public Map<JobState, Long> countsByState() {
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        query(
                row -> counts.put(JobState.valueOf(row.getString(1)), row.getLong(2)),
                "SELECT state, COUNT(*) FROM job GROUP BY state");
        return counts;
    }

    @Override
    public List<DeliveryRecord> latestDeliveries(Optional<DeliveryState> state, int most) {
        return state.isPresent()
                ? query(
                        WorkRows::delivery,
                        "SELECT * FROM delivery WHERE state = ? ORDER BY changed_at DESC LIMIT ?",
                        state.get().name(),
                        most)
                : query(WorkRows::delivery, "SELECT * FROM delivery ORDER BY changed_at DESC LIMIT ?", most);
    }

    @Override
    public List<DeliveryRecord> unfinishedDeliveries() {
        return query(
                WorkRows::delivery,
                "SELECT * FROM delivery WHERE state IN ('WAITING', 'SENDING', 'COMMITTING') ORDER BY changed_at");
    }

    @Override
    public Optional<DeliveryRecord> beginDelivery(DeliveryId id, Instant now) {
        return transactions.inForcedTransaction(connection -> {
            int changed = Sql.update(
                    connection,
                    """
                    UPDATE delivery SET state = 'SENDING', attempts = attempts + 1, changed_at = ?
                    WHERE job_id = ? AND destination = ? AND state IN ('WAITING', 'SENDING', 'COMMITTING')
                    """,
                    WorkRows.at(now),
                    id.job().value(),
                    id.destination());
            return changed == 0
                    ? Optional.<DeliveryRecord>empty()
                    : Sql.query(
                                    connection,
                                    WorkRows::delivery,
                                    "SELECT * FROM delivery WHERE job_id = ? AND destination = ?",
                                    id.job().value(),
                                    id.destination())
                            .stream()
                            .findFirst();
        });
    }

    @Override
    public void endDelivery(DeliveryId id, DeliveryState state, String message, Instant now) {
        update(
                """
                UPDATE delivery SET state = ?, message = ?, changed_at = ?
                WHERE job_id = ? AND destination = ? AND state = 'SENDING'
                """,
                state.name(),
                cut(message),
                WorkRows.at(now),
                id.job().value(),
                id.destination());
    }

    @Override
    public List<List<ResultRecord>> renditions(DeliveryId id) {
        return transactions.inTransaction(connection -> DeliveryRows.renditions(connection, id));
    }

    @Override
    public void taken(DeliveryId id, List<Uid> instances) {
        transactions.inTransaction(connection -> {
            DeliveryRows.taken(connection, id, instances);
            return id;
        });
    }

    @Override
    public List<ResultRecord> takenBy(DeliveryId id) {
        return transactions.inTransaction(connection -> DeliveryRows.takenBy(connection, id));
    }

    @Override
    public boolean awaitCommitment(DeliveryId id, Uid transaction, String leftOut, Instant now) {
        return update(
                        """
                        UPDATE delivery SET state = 'COMMITTING', transaction_uid = ?, message = ?, changed_at = ?
                        WHERE job_id = ? AND destination = ? AND state = 'SENDING'
                        """,
                        transaction.value(),
                        cut(leftOut),
                        WorkRows.at(now),
                        id.job().value(),
                        id.destination())
                == 1;
    }

    @Override
    public Optional<DeliveryRecord> committing(Uid transaction) {
        return query(
                        WorkRows::delivery,
                        "SELECT * FROM delivery WHERE transaction_uid = ? AND state = 'COMMITTING'",
                        transaction.value())
                .stream()
                .findFirst();
    }

    @Override
    public boolean endCommitment(Uid transaction, DeliveryState state, String message, Instant now) {
        return update(
                        """
                        UPDATE delivery SET state = ?, message = ?, changed_at = ?
                        WHERE transaction_uid = ? AND state = 'COMMITTING'
                        """,
                        state.name(),
                        cut(message),
                        WorkRows.at(now),
                        transaction.value())
                == 1;
    }

    @Override
    public boolean cancelDelivery(DeliveryId id, Instant now) {
        return update(
                        """
                        UPDATE delivery SET state = 'CANCELLED', changed_at = ?
                        WHERE job_id = ? AND destination = ? AND state IN ('WAITING', 'COMMITTING')
                        """,
                        WorkRows.at(now),
                        id.job().value(),
                        id.destination())
                == 1;
    }

    @Override
    public boolean requeueDelivery(DeliveryId id, Instant now) {
        return update(
                        """
                        UPDATE delivery SET state = 'WAITING', attempts = 0, changed_at = ?
                        WHERE job_id = ? AND destination = ? AND state IN ('FAILED', 'CANCELLED')
                        """,
                        WorkRows.at(now),
                        id.job().value(),
                        id.destination())
                == 1;
    }

    @Override
    public Map<DeliveryState, Long> deliveryCountsByState() {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        query(
                row -> counts.put(DeliveryState.valueOf(row.getString(1)), row.getLong(2)),
                "SELECT state, COUNT(*) FROM delivery GROUP BY state");
        return counts;
    }

    private int update(String sql, Object... parameters) {
        return transactions.inForcedTransaction(connection -> Sql.update(connection, sql, parameters));
    }

    private <T> List<T> query(Sql.RowReader<T> reader, String sql, Object... parameters) {
        return transactions.inTransaction(connection -> Sql.query(connection, reader, sql, parameters));
    }

    private static JobState stateAfter(JobOutcome outcome) {
        if (outcome instanceof JobOutcome.Done) {
            return JobState.DONE;
        }
        if (outcome instanceof JobOutcome.Refused) {
            return JobState.REFUSED;
        }
        return outcome instanceof JobOutcome.Again ? JobState.QUEUED : JobState.FAILED;
    }

    private static String cut(String message) {
        return message.length() <= MAX_MESSAGE_LENGTH ? message : message.substring(0, MAX_MESSAGE_LENGTH);
    }
}
