package org.tandem.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Uid;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.SopReference;
import org.tandem.work.CommitmentLedger;
import org.tandem.work.OwedReport;

/**
 * The reports that are owed, in H2 or PostgreSQL. Each change is on the disk when its method returns: a promise to
 * report outlives the node. Thread-safe.
 */
public final class JdbcCommitmentLedger implements CommitmentLedger {

    private final Transactions transactions;

    public JdbcCommitmentLedger(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(OwedReport report, Instant now) {
        CommitmentRequest request = report.request();
        return transactions.inForcedTransaction(connection -> {
            int added = Sql.update(
                    connection,
                    """
                    INSERT INTO owed_commitment (transaction_uid, requestor, attempts, asked_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                    request.transaction().value(),
                    report.requestor(),
                    report.attempts(),
                    now.atOffset(ZoneOffset.UTC));
            if (added == 1) {
                addInstances(connection, request);
            }
            return added == 1;
        });
    }

    private static void addInstances(Connection connection, CommitmentRequest request) throws SQLException {
        String sql =
                """
                INSERT INTO owed_commitment_instance (transaction_uid, position, sop_class_uid, sop_instance_uid)
                VALUES (?, ?, ?, ?)
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int position = 0;
            for (SopReference instance : request.instances()) {
                statement.setString(1, request.transaction().value());
                statement.setInt(2, position++);
                statement.setString(3, instance.sopClass().value());
                statement.setString(4, instance.sopInstance().value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public Optional<OwedReport> find(Uid transaction) {
        return transactions.inTransaction(connection -> find(connection, transaction));
    }

    private static Optional<OwedReport> find(Connection connection, Uid transaction) throws SQLException {
        List<SopReference> instances = Sql.query(
                connection,
                JdbcCommitmentLedger::instance,
                """
                SELECT sop_class_uid, sop_instance_uid FROM owed_commitment_instance WHERE transaction_uid = ?
                ORDER BY position
                """,
                transaction.value());
        return Sql.query(
                        connection,
                        row -> new OwedReport(
                                new CommitmentRequest(transaction, instances), row.getString(1), row.getInt(2)),
                        "SELECT requestor, attempts FROM owed_commitment WHERE transaction_uid = ?",
                        transaction.value())
                .stream()
                .findFirst();
    }

    private static SopReference instance(ResultSet row) throws SQLException {
        return new SopReference(new Uid(row.getString(1)), new Uid(row.getString(2)));
    }

    @Override
    public List<Uid> owed() {
        return transactions.inTransaction(connection -> Sql.query(
                connection,
                row -> new Uid(row.getString(1)),
                "SELECT transaction_uid FROM owed_commitment ORDER BY asked_at, transaction_uid"));
    }

    @Override
    public Optional<OwedReport> begin(Uid transaction) {
        return transactions.inForcedTransaction(connection -> {
            int begun = Sql.update(
                    connection,
                    "UPDATE owed_commitment SET attempts = attempts + 1 WHERE transaction_uid = ?",
                    transaction.value());
            return begun == 0 ? Optional.<OwedReport>empty() : find(connection, transaction);
        });
    }

    @Override
    public boolean remove(Uid transaction) {
        return transactions.inForcedTransaction(connection ->
                Sql.update(connection, "DELETE FROM owed_commitment WHERE transaction_uid = ?", transaction.value())
                        == 1);
    }
}
