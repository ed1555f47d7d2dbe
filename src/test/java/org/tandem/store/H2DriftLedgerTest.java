package org.tandem.store;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.tandem.drift.DriftLedger;
import org.tandem.drift.DriftLedgerContract;

final class H2DriftLedgerTest implements DriftLedgerContract {

    private final Database database =
            Database.open(DatabaseOptions.h2Memory(UUID.randomUUID().toString()));

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public DriftLedger ledger() {
        return new JdbcDriftLedger(database.transactions());
    }
}
