package org.tandem.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.series.SeriesLedger;
import org.tandem.series.SeriesLedgerContract;

@SuppressWarnings("NullAway.Init")
final class H2FileSeriesLedgerTest implements SeriesLedgerContract {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseOptions.h2File(folder.resolve("tandem")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public SeriesLedger ledger() {
        return new JdbcSeriesLedger(database.transactions());
    }
}
