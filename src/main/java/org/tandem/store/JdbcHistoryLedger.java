package org.tandem.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.Uid;
import org.tandem.history.Chapter;
import org.tandem.history.HistoryLedger;
import org.tandem.history.PastResult;
import org.tandem.history.Run;
import org.tandem.result.iod.Predecessor;
import org.tandem.result.iod.ResultKind;

/** The history of results in H2 or PostgreSQL. */
public final class JdbcHistoryLedger implements HistoryLedger {

    private final Transactions transactions;

    public JdbcHistoryLedger(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Instant> firstMade(Run run) {
        return query(
                        row -> WorkRows.instant(row, "first_made").orElseThrow(),
                        "SELECT first_made FROM past_run WHERE run_uid = ?",
                        run.id().value())
                .stream()
                .findFirst();
    }

    /** Of a run from before destinations were told apart, whatever it replaced anywhere. */
    @Override
    public List<Predecessor> replacedBy(Run run, String destination) {
        return query(
                JdbcHistoryLedger::predecessor,
                """
                SELECT r.study_uid, o.* FROM past_replacement x
                JOIN past_result o ON o.sop_instance_uid = x.sop_instance_uid
                JOIN past_run r ON r.run_uid = o.run_uid
                WHERE x.run_uid = ? AND x.destination IN (?, '') ORDER BY r.first_made, o.sop_instance_uid
                """,
                run.id().value(),
                destination);
    }

    /** What a destination is to have still waits, as the first choice, in a delivery that goes on. */
    @Override
    public List<Predecessor> toReplace(Run run, String destination) {
        return query(
                JdbcHistoryLedger::predecessor,
                """
                SELECT r.study_uid, o.* FROM past_run r JOIN past_result o ON o.run_uid = r.run_uid
                WHERE r.series_uid = ? AND r.model_name = ? AND r.run_uid <> ? AND (? OR NOT r.processed)
                    AND o.kind = 'STRUCTURED_REPORT'
                    AND (EXISTS (
                            SELECT 1 FROM past_taking t
                            WHERE t.sop_instance_uid = o.sop_instance_uid AND t.destination IN (?, ''))
                        OR EXISTS (
                            SELECT 1 FROM delivery_part p
                            JOIN delivery d ON d.job_id = p.job_id AND d.destination = p.destination
                            WHERE p.sop_instance_uid = o.sop_instance_uid AND p.rendition = 0 AND d.destination = ?
                                AND d.state IN ('WAITING', 'SENDING', 'COMMITTING')))
                    AND NOT EXISTS (
                        SELECT 1 FROM past_replacement x
                        JOIN past_result later ON later.run_uid = x.run_uid AND later.kind = 'STRUCTURED_REPORT'
                        JOIN past_taking t ON t.sop_instance_uid = later.sop_instance_uid
                        WHERE x.sop_instance_uid = o.sop_instance_uid AND x.run_uid <> ?
                            AND x.destination IN (?, '') AND t.destination IN (?, ''))
                ORDER BY r.first_made, o.sop_instance_uid
                """,
                run.subject().series().value(),
                run.model().name(),
                run.id().value(),
                run.processed(),
                destination,
                destination,
                run.id().value(),
                destination,
                destination);
    }

    @Override
    public List<PastResult> segmentations(Run run, Instant before, int most) {
        Optional<Uid> frameOfReference = run.subject().frameOfReference();
        return frameOfReference.isEmpty()
                ? List.of()
                : query(
                        JdbcHistoryLedger::result,
                        """
                        SELECT o.* FROM past_run r JOIN past_result o ON o.run_uid = r.run_uid
                        WHERE r.frame_of_reference_uid = ? AND r.patient = ? AND r.model_name = ?
                            AND r.first_made < ? AND r.run_uid <> ? AND o.kind = 'SEGMENTATION'
                        ORDER BY r.first_made DESC, o.sop_instance_uid LIMIT ?
                        """,
                        frameOfReference.get().value(),
                        run.subject().patient().value(),
                        run.model().name(),
                        WorkRows.at(before),
                        run.id().value(),
                        most);
    }

    @Override
    public void add(Chapter chapter, List<PastResult> made, Instant now) {
        transactions.inTransaction(connection -> {
            boolean isNew = addRun(connection, chapter.run(), now);
            for (PastResult result : made) {
                add(connection, chapter.run(), result);
            }
            if (isNew) {
                addReplaced(connection, chapter);
            }
            return isNew;
        });
    }

    private static void addReplaced(Connection connection, Chapter chapter) throws SQLException {
        for (Map.Entry<String, List<Predecessor>> at : chapter.replaced().entrySet()) {
            for (Predecessor one : at.getValue()) {
                Sql.update(
                        connection,
                        "INSERT INTO past_replacement (run_uid, sop_instance_uid, destination) VALUES (?, ?, ?)",
                        chapter.run().id().value(),
                        one.sopInstance().value(),
                        at.getKey());
            }
        }
    }

    private static boolean addRun(Connection connection, Run run, Instant now) throws SQLException {
        Run.Subject subject = run.subject();
        return Sql.update(
                        connection,
                        """
                        INSERT INTO past_run (run_uid, patient, study_uid, series_uid, frame_of_reference_uid,
                                              model_name, model_version, processed, first_made)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """,
                        run.id().value(),
                        subject.patient().value(),
                        subject.study().value(),
                        subject.series().value(),
                        subject.frameOfReference().map(Uid::value).orElse(""),
                        run.model().name(),
                        run.model().version(),
                        run.processed(),
                        WorkRows.at(now))
                == 1;
    }

    private static void add(Connection connection, Run run, PastResult result) throws SQLException {
        int known = Sql.update(
                connection,
                "UPDATE past_result SET file = ? WHERE sop_instance_uid = ?",
                result.file().toString(),
                result.sopInstance().value());
        if (known == 0) {
            Sql.update(
                    connection,
                    """
                    INSERT INTO past_result (sop_instance_uid, run_uid, kind, sop_class_uid, series_uid, file)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                    result.sopInstance().value(),
                    run.id().value(),
                    result.kind().name(),
                    result.sopClass().value(),
                    result.series().value(),
                    result.file().toString());
        }
    }

    private <T> List<T> query(Sql.RowReader<T> reader, String sql, Object... parameters) {
        return transactions.inTransaction(connection -> Sql.query(connection, reader, sql, parameters));
    }

    private static Predecessor predecessor(ResultSet row) throws SQLException {
        PastResult result = result(row);
        return new Predecessor(
                new Uid(row.getString("study_uid")), result.series(), result.sopClass(), result.sopInstance());
    }

    private static PastResult result(ResultSet row) throws SQLException {
        return new PastResult(
                ResultKind.valueOf(row.getString("kind")),
                new Uid(row.getString("sop_class_uid")),
                new Uid(row.getString("sop_instance_uid")),
                new Uid(row.getString("series_uid")),
                Path.of(row.getString("file")));
    }
}
