package org.tandem.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.Uid;
import org.tandem.ingest.IndexChange;
import org.tandem.ingest.IndexedInstance;
import org.tandem.ingest.InstanceIndex;
import org.tandem.ingest.ReceivedInstance;
import org.tandem.ingest.Sha256;

/** The index of instances in the tables {@code instance} and {@code conflict}. Thread-safe. */
public final class JdbcInstanceIndex implements InstanceIndex {

    private static final String INSERT_INSTANCE =
            "INSERT INTO instance (" + InstanceRows.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_CONFLICT =
            "INSERT INTO conflict (" + InstanceRows.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT sop_instance_uid, sha256, path, lost FROM instance ";

    private final Database database;
    private final Transactions transactions;

    public JdbcInstanceIndex(Database database) {
        this.database = database;
        this.transactions = database.transactions();
    }

    @Override
    public Map<Uid, IndexedInstance> find(Collection<Uid> sopInstances) {
        if (sopInstances.isEmpty()) {
            return Map.of();
        }
        List<Uid> wanted = List.copyOf(sopInstances);
        String marks = String.join(", ", Collections.nCopies(marksFor(wanted.size()), "?"));
        List<IndexedInstance> rows = query(SELECT + "WHERE sop_instance_uid IN (" + marks + ")", statement -> {
            for (int i = 0; i < marksFor(wanted.size()); i++) {
                statement.setString(
                        i + 1, wanted.get(Math.min(i, wanted.size() - 1)).value());
            }
        });
        Map<Uid, IndexedInstance> found = new HashMap<>();
        rows.forEach(row -> found.put(row.sopInstance(), row));
        return found;
    }

    /** A power of two, so that few different statements are prepared; the last UID fills the rest. */
    private static int marksFor(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }

    @Override
    public List<Sha256> conflicts(Uid sopInstance) {
        String sql = "SELECT sha256 FROM conflict WHERE sop_instance_uid = ?";
        return transactions.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, sopInstance.value());
                try (ResultSet rows = statement.executeQuery()) {
                    List<Sha256> digests = new ArrayList<>();
                    while (rows.next()) {
                        digests.add(new Sha256(rows.getString(1)));
                    }
                    return digests;
                }
            }
        });
    }

    @Override
    public void write(IndexChange change, BeforeCommit step) throws IOException {
        transactions.inTransactionWithIo(connection -> {
            insert(connection, INSERT_INSTANCE, change.stored());
            insert(connection, INSERT_CONFLICT, change.conflicts());
            setLost(connection, change.restored(), false);
            step.run();
            return change;
        });
    }

    private static void insert(Connection connection, String sql, List<ReceivedInstance> instances)
            throws SQLException {
        if (instances.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (ReceivedInstance instance : instances) {
                InstanceRows.bind(statement, instance);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static int setLost(Connection connection, Collection<Uid> sopInstances, boolean lost) throws SQLException {
        if (sopInstances.isEmpty()) {
            return 0;
        }
        String sql = "UPDATE instance SET lost = ? WHERE sop_instance_uid = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Uid sopInstance : sopInstances) {
                statement.setBoolean(1, lost);
                statement.setString(2, sopInstance.value());
                statement.addBatch();
            }
            return statement.executeBatch().length;
        }
    }

    @Override
    public long checkpoint() {
        long number = transactions.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE checkpoint SET number = number + 1 WHERE id = 1");
            }
            return number(connection, "SELECT number FROM checkpoint WHERE id = 1");
        });
        database.checkpoint();
        return number;
    }

    @Override
    public long lastCheckpoint() {
        return transactions.inTransaction(c -> number(c, "SELECT number FROM checkpoint WHERE id = 1"));
    }

    @Override
    public List<IndexedInstance> page(Optional<Uid> after, int maxRows) {
        String sql = SELECT + "WHERE sop_instance_uid > ? ORDER BY sop_instance_uid LIMIT ?";
        return query(sql, statement -> {
            statement.setString(1, after.map(Uid::value).orElse(""));
            statement.setInt(2, maxRows);
        });
    }

    @Override
    public void markLost(Collection<Uid> sopInstances) {
        transactions.inTransaction(connection -> setLost(connection, sopInstances, true));
    }

    @Override
    public List<IndexedInstance> ofSeries(Uid series) {
        String sql = SELECT + "WHERE series_uid = ? AND lost = FALSE ORDER BY sop_instance_uid";
        return query(sql, statement -> statement.setString(1, series.value()));
    }

    @Override
    public long count() {
        return transactions.inTransaction(connection -> number(connection, "SELECT COUNT(*) FROM instance"));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<IndexedInstance> query(String sql, Binding binding) {
        return transactions.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    List<IndexedInstance> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new IndexedInstance(
                                new Uid(rows.getString(1)),
                                new Sha256(rows.getString(2)),
                                rows.getString(3),
                                rows.getBoolean(4)));
                    }
                    return found;
                }
            }
        });
    }
}
