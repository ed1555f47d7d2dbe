package org.tandem.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open database with its tables in place: connection pool, migrations, transactions. Thread-safe. */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    /** Where a sender waits for an answer, it must get one before its own time-out of typically 30 s. */
    private static final long CONNECT_TIMEOUT_MILLIS = 8_000;

    private static final String MIGRATIONS = "classpath:org/tandem/store/migration";

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final boolean postgres;

    private Database(HikariDataSource pool, boolean postgres) {
        this.pool = pool;
        this.transactions = new Transactions(pool, postgres);
        this.postgres = postgres;
    }

    /** Connects, brings the tables to the newest version, and is ready. */
    public static Database open(DatabaseOptions options) {
        HikariDataSource pool = new HikariDataSource(configuration(options));
        try {
            var result = Flyway.configure()
                    .dataSource(pool)
                    .locations(MIGRATIONS)
                    .load()
                    .migrate();
            LOG.info("Database {} open, {} migrations applied", options, result.migrationsExecuted);
            return new Database(pool, options.isPostgres());
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariConfig configuration(DatabaseOptions options) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("tandem");
        configuration.setJdbcUrl(options.url());
        configuration.setUsername(options.user());
        configuration.setPassword(options.password());
        configuration.setMaximumPoolSize(options.maxConnections());
        configuration.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
        configuration.setAutoCommit(false);
        configuration.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (options.isPostgres()) {
            configuration.addDataSourceProperty("socketTimeout", "20"); // s
            configuration.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return configuration;
    }

    /** The pool. Its connections do not commit by themselves. */
    public DataSource dataSource() {
        return pool;
    }

    public Transactions transactions() {
        return transactions;
    }

    public boolean isPostgres() {
        return postgres;
    }

    /** Returns when everything committed so far is forced to the disk; PostgreSQL has done so at each commit. */
    public void checkpoint() {
        transactions.force();
    }

    @Override
    public void close() {
        pool.close();
    }
}
