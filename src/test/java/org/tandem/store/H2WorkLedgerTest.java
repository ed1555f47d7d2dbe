package org.tandem.store;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.tandem.work.WorkLedger;
import org.tandem.work.WorkLedgerContract;

final class H2WorkLedgerTest implements WorkLedgerContract {

    private final Database database =
            Database.open(DatabaseOptions.h2Memory(UUID.randomUUID().toString()));

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public WorkLedger ledger() {
        return new JdbcWorkLedger(database.transactions());
    }
}
