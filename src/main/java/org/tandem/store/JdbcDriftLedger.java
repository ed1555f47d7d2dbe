package org.tandem.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tandem.drift.DriftLedger;
import org.tandem.drift.DriftRow;
import org.tandem.drift.Observed;
import org.tandem.drift.Scanner;
import org.tandem.drift.Sketch;
import org.tandem.drift.Tally;
import org.tandem.model.ModelName;

/** What models were shown and said, in H2 or PostgreSQL: rows grow in number with days and scanners, not with exams. */
public final class JdbcDriftLedger implements DriftLedger {

    private final Transactions transactions;

    public JdbcDriftLedger(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Quantities come in their order, so that two jobs never wait for each other's rows. */
    @Override
    public void add(LocalDate day, ModelName model, Observed observed) {
        transactions.inTransaction(connection -> {
            for (Map.Entry<String, Tally> entry : observed.tallies().entrySet()) {
                Scanner scanner = observed.scanner();
                Object[] key = {
                    model.name(),
                    model.version(),
                    day,
                    scanner.manufacturer(),
                    scanner.model(),
                    scanner.technique(),
                    entry.getKey()
                };
                add(connection, key, entry.getValue());
            }
            return observed;
        });
    }

    @Override
    public List<DriftRow> between(LocalDate from, LocalDate before) {
        return transactions.inTransaction(connection -> Sql.query(
                connection,
                JdbcDriftLedger::row,
                "SELECT * FROM drift_day WHERE observed_on >= ? AND observed_on < ?",
                from,
                before));
    }

    /** A row that is not there yet is made first, by whichever job comes first. */
    private static void add(Connection connection, Object[] key, Tally tally) throws SQLException {
        List<Tally> known = locked(connection, key);
        if (known.isEmpty()) {
            Sql.update(
                    connection,
                    """
                    INSERT INTO drift_day (model_name, model_version, observed_on, manufacturer, scanner_model,
                                           technique, quantity, exams, total, squares, sketch)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, '') ON CONFLICT DO NOTHING
                    """,
                    key);
            known = locked(connection, key);
        }
        write(connection, key, known.get(0).plus(tally));
    }

    private static List<Tally> locked(Connection connection, Object[] key) throws SQLException {
        return Sql.query(
                connection,
                JdbcDriftLedger::tally,
                """
                SELECT exams, total, squares, sketch FROM drift_day
                WHERE model_name = ? AND model_version = ? AND observed_on = ? AND manufacturer = ?
                    AND scanner_model = ? AND technique = ? AND quantity = ? FOR UPDATE
                """,
                key);
    }

    private static void write(Connection connection, Object[] key, Tally sum) throws SQLException {
        List<Object> parameters = new ArrayList<>(
                List.of(sum.count(), sum.sum(), sum.squares(), sum.sketch().toString()));
        parameters.addAll(Arrays.asList(key));
        Sql.update(
                connection,
                """
                UPDATE drift_day SET exams = ?, total = ?, squares = ?, sketch = ?
                WHERE model_name = ? AND model_version = ? AND observed_on = ? AND manufacturer = ?
                    AND scanner_model = ? AND technique = ? AND quantity = ?
                """,
                parameters.toArray());
    }

    private static DriftRow row(ResultSet row) throws SQLException {
        return new DriftRow(
                new ModelName(row.getString("model_name"), row.getString("model_version")),
                new Scanner(row.getString("manufacturer"), row.getString("scanner_model"), row.getString("technique")),
                row.getString("quantity"),
                tally(row));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("exams"),
                row.getDouble("total"),
                row.getDouble("squares"),
                Sketch.parse(row.getString("sketch")));
    }
}
