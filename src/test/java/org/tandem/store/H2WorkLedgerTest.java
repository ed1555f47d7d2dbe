package org.tandem.store;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.tandem.work.WorkLedger;
import org.tandem.work.WorkLedgerContract;

final class H2WorkLedgerTest implements WorkLedgerContract {

    private final JdbcDataSource dataSource = new JdbcDataSource();

    @BeforeEach
    void migrate() {
        dataSource.setUrl(
                "jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:org/tandem/store/migration")
                .load()
                .migrate();
    }

    @Override
    public WorkLedger ledger() {
        return new JdbcWorkLedger(dataSource);
    }
}
