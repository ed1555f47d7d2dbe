package org.tandem.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;
import org.tandem.series.SeriesArrivals;
import org.tandem.series.SeriesIdentity;
import org.tandem.series.SeriesLedger;
import org.tandem.series.SeriesRecord;
import org.tandem.series.SeriesSource;
import org.tandem.series.SeriesStanding;
import org.tandem.series.SeriesState;

/** The series in the table {@code series}. Thread-safe; joins the transaction of its thread. */
public final class JdbcSeriesLedger implements SeriesLedger {

    private static final String SELECT =
            """
            SELECT series_uid, study_uid, modality, calling_ae, called_ae, instance_count, size_bytes,
                   first_arrival, last_arrival, state, revision, due_at
            FROM series
            """;

    private static final String GO_ON =
            """
            UPDATE series SET instance_count = instance_count + ?, size_bytes = size_bytes + ?,
                   first_arrival = LEAST(first_arrival, ?), last_arrival = GREATEST(last_arrival, ?),
                   due_at = GREATEST(due_at, ?)
            WHERE series_uid = ? AND state = 'RECEIVING'
            """;

    private static final String OPEN_AGAIN =
            """
            UPDATE series SET instance_count = instance_count + ?, size_bytes = size_bytes + ?,
                   first_arrival = LEAST(first_arrival, ?), last_arrival = GREATEST(last_arrival, ?),
                   due_at = ?, state = 'RECEIVING', revision = revision + 1
            WHERE series_uid = ? AND state <> 'RECEIVING'
            """;

    private static final String INSERT =
            """
            INSERT INTO series (series_uid, study_uid, modality, calling_ae, called_ae, instance_count, size_bytes,
                                first_arrival, last_arrival, state, revision, due_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private final Transactions transactions;

    public JdbcSeriesLedger(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(SeriesRecord arrived) {
        transactions.inTransaction(connection -> {
            if (!update(connection, GO_ON, arrived)
                    && !update(connection, OPEN_AGAIN, arrived)
                    && !insert(connection, arrived)
                    && !update(connection, GO_ON, arrived)) { // another node has just made it, and completed it
                throw new SQLException("Series " + arrived.uid() + " changes too fast", "40001");
            }
            return arrived;
        });
    }

    private static boolean update(Connection connection, String sql, SeriesRecord arrived) throws SQLException {
        SeriesArrivals arrivals = arrived.arrivals();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, arrivals.instanceCount());
            statement.setLong(2, arrivals.sizeBytes());
            statement.setObject(3, at(arrivals.first()));
            statement.setObject(4, at(arrivals.last()));
            statement.setObject(5, at(arrived.standing().dueAt()));
            statement.setString(6, arrived.uid().value());
            return statement.executeUpdate() == 1;
        }
    }

    private static boolean insert(Connection connection, SeriesRecord arrived) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, arrived.uid().value());
            statement.setString(2, arrived.identity().study().value());
            statement.setString(3, arrived.identity().modality());
            statement.setString(4, arrived.source().calling().value());
            statement.setString(5, arrived.source().called().value());
            statement.setInt(6, arrived.arrivals().instanceCount());
            statement.setLong(7, arrived.arrivals().sizeBytes());
            statement.setObject(8, at(arrived.arrivals().first()));
            statement.setObject(9, at(arrived.arrivals().last()));
            statement.setString(10, arrived.state().name());
            statement.setInt(11, arrived.revision());
            statement.setObject(12, at(arrived.standing().dueAt()));
            return statement.executeUpdate() == 1;
        }
    }

    @Override
    public List<SeriesRecord> due(Instant now, int maxRows) {
        return query(SELECT + "WHERE state = 'RECEIVING' AND due_at <= ? ORDER BY due_at LIMIT ?", at(now), maxRows);
    }

    @Override
    public Optional<Instant> nextDue() {
        String sql = "SELECT due_at FROM series WHERE state = 'RECEIVING' ORDER BY due_at LIMIT 1";
        return transactions.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(instant(rows, 1)) : Optional.empty();
            }
        });
    }

    @Override
    public boolean complete(Uid series, Instant now) {
        return 1
                == update(
                        "UPDATE series SET state = 'COMPLETE' WHERE series_uid = ? AND state = 'RECEIVING' AND due_at <= ?",
                        series.value(),
                        at(now));
    }

    @Override
    public boolean setDue(Uid series, Instant dueAt) {
        return 1
                == update(
                        "UPDATE series SET due_at = ? WHERE series_uid = ? AND state = 'RECEIVING'",
                        at(dueAt),
                        series.value());
    }

    @Override
    public int postponeDue(Instant earliest) {
        return update(
                "UPDATE series SET due_at = ? WHERE state = 'RECEIVING' AND due_at < ?", at(earliest), at(earliest));
    }

    @Override
    public boolean change(SeriesRecord seen, SeriesState to) {
        return 1
                == update(
                        "UPDATE series SET state = ? WHERE series_uid = ? AND state = ? AND revision = ?",
                        to.name(),
                        seen.uid().value(),
                        seen.state().name(),
                        seen.revision());
    }

    @Override
    public Optional<SeriesRecord> find(Uid series) {
        return query(SELECT + "WHERE series_uid = ?", series.value()).stream().findFirst();
    }

    @Override
    public List<SeriesRecord> ofStudy(Uid study) {
        return query(SELECT + "WHERE study_uid = ? ORDER BY series_uid", study.value());
    }

    @Override
    public List<SeriesRecord> inState(SeriesState state, int maxRows) {
        return query(SELECT + "WHERE state = ? ORDER BY last_arrival LIMIT ?", state.name(), maxRows);
    }

    @Override
    public List<SeriesRecord> before(Instant lastArrivalBefore, int maxRows) {
        return query(
                SELECT + "WHERE last_arrival < ? ORDER BY last_arrival DESC LIMIT ?", at(lastArrivalBefore), maxRows);
    }

    @Override
    public Map<SeriesState, Long> counts() {
        return transactions.inTransaction(connection -> {
            try (PreparedStatement statement =
                            connection.prepareStatement("SELECT state, COUNT(*) FROM series GROUP BY state");
                    ResultSet rows = statement.executeQuery()) {
                Map<SeriesState, Long> counts = new EnumMap<>(SeriesState.class);
                while (rows.next()) {
                    counts.put(SeriesState.valueOf(rows.getString(1)), rows.getLong(2));
                }
                return counts;
            }
        });
    }

    private int update(String sql, Object... parameters) {
        return transactions.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                return statement.executeUpdate();
            }
        });
    }

    private List<SeriesRecord> query(String sql, Object... parameters) {
        return transactions.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                try (ResultSet rows = statement.executeQuery()) {
                    List<SeriesRecord> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(read(rows));
                    }
                    return found;
                }
            }
        });
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static SeriesRecord read(ResultSet rows) throws SQLException {
        return new SeriesRecord(
                new SeriesIdentity(new Uid(rows.getString(1)), new Uid(rows.getString(2)), rows.getString(3)),
                new SeriesSource(new AeTitle(rows.getString(4)), new AeTitle(rows.getString(5))),
                new SeriesArrivals(rows.getInt(6), rows.getLong(7), instant(rows, 8), instant(rows, 9)),
                new SeriesStanding(SeriesState.valueOf(rows.getString(10)), rows.getInt(11), instant(rows, 12)));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }
}
