package org.tandem.work;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.tandem.store.DatabaseOptions;
import org.tandem.store.PostgresServer;

/** The same work with jobs, ledger and Quartz on PostgreSQL; skipped, and said so, where none is installed. */
final class WorkOnPostgresIT extends WorkTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static PostgresServer server;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> programs = PostgresServer.programs();
        assumeTrue(programs.isPresent(), "no PostgreSQL installed");
        server = PostgresServer.start(programs.orElseThrow());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    DatabaseOptions database(Path inFolder) {
        return server.newDatabaseWithTables("work" + DATABASES.incrementAndGet());
    }
}
