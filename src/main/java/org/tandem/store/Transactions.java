package org.tandem.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions bound to the thread: work inside work joins the outer transaction, and all is committed when the
 * outermost ends, or nothing. Thread-safe; a connection is used by its thread only.
 */
public final class Transactions {

    private final DataSource dataSource;

    @SuppressWarnings("ThreadLocalUsage") // one for each database: a process may have several open
    private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs the work in the transaction of this thread, or in one of its own. */
    public <T> T inTransaction(SqlWork<T> work) {
        try {
            return inTransactionWithIo(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for work that reads or writes files too. */
    public <T> T inTransactionWithIo(SqlWork<T> work) throws IOException {
        try {
            Connection joined = current.get();
            return joined == null ? begin(work) : work.run(joined);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private <T> T begin(SqlWork<T> work) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            current.set(connection);
            T result = work.run(connection);
            connection.commit();
            return result;
        } finally {
            current.remove(); // what was not committed is rolled back when the pool takes the connection back
        }
    }
}
