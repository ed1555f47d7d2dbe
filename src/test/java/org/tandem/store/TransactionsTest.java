package org.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.ingest.IndexChange;
import org.tandem.ingest.SampleInstances;
import org.tandem.series.SeriesLedgerContract;

final class TransactionsTest {

    private final Database database = Database.open(DatabaseOptions.h2Memory("transactions"));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTwoPortsWriteOnOneThreadIsCommittedTogetherOrNotAtAll() throws IOException {
        var index = new JdbcInstanceIndex(database);
        var ledger = new JdbcSeriesLedger(database.transactions());
        var change = new IndexChange(List.of(SampleInstances.instance(1, 1)), List.of(), List.of());
        var arrived = SeriesLedgerContract.arrived(new Uid("1.2.3"), 1, SampleInstances.NOON);

        assertThatThrownBy(() -> index.write(change, () -> {
                    ledger.add(arrived);
                    throw new IOException("power fails");
                }))
                .hasMessage("power fails");
        assertThat(index.count()).isZero();
        assertThat(ledger.find(new Uid("1.2.3"))).isEmpty();

        index.write(change, () -> ledger.add(arrived));
        assertThat(index.count()).isOne();
        assertThat(ledger.find(new Uid("1.2.3"))).isPresent();
    }

    @Test
    void aDatabaseThatIsGoneIsAskedAgainLater() {
        var index = new JdbcInstanceIndex(database);
        database.close();

        assertThatThrownBy(index::count).isInstanceOfSatisfying(TandemException.class, e -> assertThat(e.kind())
                .isEqualTo(TandemException.Kind.RETRY));
    }
}
