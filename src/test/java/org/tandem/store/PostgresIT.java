package org.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tandem.drift.DriftLedger;
import org.tandem.drift.DriftLedgerContract;
import org.tandem.history.HistoryLedger;
import org.tandem.ingest.InstanceIndex;
import org.tandem.ingest.InstanceIndexContract;
import org.tandem.series.SeriesLedger;
import org.tandem.series.SeriesLedgerContract;
import org.tandem.work.CommitmentLedger;
import org.tandem.work.CommitmentLedgerContract;
import org.tandem.work.HistoryLedgerContract;
import org.tandem.work.WorkLedger;
import org.tandem.work.WorkLedgerContract;

/** The contracts of all ports on a real PostgreSQL; skipped, and said so, where none is installed. */
@SuppressWarnings("NullAway.Init")
final class PostgresIT {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static PostgresServer server;

    private Database database;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> programs = PostgresServer.programs();
        if (programs.isEmpty()) {
            System.out.println("SKIPPED: no PostgreSQL under /usr/lib/postgresql, its contracts are not tested");
        }
        assumeTrue(programs.isPresent(), "no PostgreSQL installed");
        server = PostgresServer.start(programs.orElseThrow());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        database = Database.open(server.newDatabaseWithTables("tandem" + DATABASES.incrementAndGet()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theMigrationsAreAppliedOnce() {
        assertThat(database.isPostgres()).isTrue();
        database.checkpoint();
    }

    @Nested
    final class Instances implements InstanceIndexContract {
        @Override
        public InstanceIndex index() {
            return new JdbcInstanceIndex(database);
        }
    }

    @Nested
    final class Jobs implements WorkLedgerContract {
        @Override
        public WorkLedger ledger() {
            return new JdbcWorkLedger(database.transactions());
        }
    }

    @Nested
    final class History implements HistoryLedgerContract {
        @Override
        public HistoryLedger ledger() {
            return new JdbcHistoryLedger(database.transactions());
        }

        @Override
        public WorkLedger work() {
            return new JdbcWorkLedger(database.transactions());
        }
    }

    @Nested
    final class Drift implements DriftLedgerContract {
        @Override
        public DriftLedger ledger() {
            return new JdbcDriftLedger(database.transactions());
        }
    }

    @Nested
    final class Commitments implements CommitmentLedgerContract {
        @Override
        public CommitmentLedger ledger() {
            return new JdbcCommitmentLedger(database.transactions());
        }
    }

    @Nested
    final class Series implements SeriesLedgerContract {
        @Override
        public SeriesLedger ledger() {
            return new JdbcSeriesLedger(database.transactions());
        }
    }
}
