package org.tandem.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions bound to the thread: work inside work joins the outer transaction, and all is committed when the
 * outermost ends, or nothing. Thread-safe; a connection is used by its thread only.
 */
public final class Transactions {

    private final DataSource dataSource;
    private final boolean commitsAreForced;

    @SuppressWarnings("ThreadLocalUsage") // one for each database: a process may have several open
    private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

    /** For a database whose commits are forced to the disk by themselves, as PostgreSQL's are, or not, as H2's. */
    Transactions(DataSource dataSource, boolean commitsAreForced) {
        this.dataSource = dataSource;
        this.commitsAreForced = commitsAreForced;
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

    /**
     * The same as {@link #inTransaction}, and returns when all that was committed so far is forced to the disk. For
     * what others are told next, which must still be so after a crash; not for work inside other work.
     */
    public <T> T inForcedTransaction(SqlWork<T> work) {
        T result = inTransaction(work);
        force();
        return result;
    }

    /** Returns when everything committed so far is forced to the disk. */
    void force() {
        if (!commitsAreForced) {
            inTransaction(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("CHECKPOINT SYNC"); // H2: "forces the data to disk"
                }
            });
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
