package org.tandem.store;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.tandem.work.CommitmentLedger;
import org.tandem.work.CommitmentLedgerContract;

final class H2CommitmentLedgerTest implements CommitmentLedgerContract {

    private final Database database =
            Database.open(DatabaseOptions.h2Memory(UUID.randomUUID().toString()));

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public CommitmentLedger ledger() {
        return new JdbcCommitmentLedger(database.transactions());
    }
}
