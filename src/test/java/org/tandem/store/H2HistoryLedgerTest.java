package org.tandem.store;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.tandem.history.HistoryLedger;
import org.tandem.work.HistoryLedgerContract;
import org.tandem.work.WorkLedger;

final class H2HistoryLedgerTest implements HistoryLedgerContract {

    private final Database database =
            Database.open(DatabaseOptions.h2Memory(UUID.randomUUID().toString()));

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public HistoryLedger ledger() {
        return new JdbcHistoryLedger(database.transactions());
    }

    @Override
    public WorkLedger work() {
        return new JdbcWorkLedger(database.transactions());
    }
}
