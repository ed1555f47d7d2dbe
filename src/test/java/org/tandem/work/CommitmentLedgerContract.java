package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.SopReference;

/** What every ledger of owed reports does; each implementation runs it on an empty database. */
public interface CommitmentLedgerContract {

    Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** Not in the order of their UIDs, one twice: a request is kept as it came. */
    OwedReport REPORT = new OwedReport(request("2.25.7", 5, 3, 9, 3), "ct-7");

    CommitmentLedger ledger();

    private static CommitmentRequest request(String transaction, int... numbers) {
        return new CommitmentRequest(
                new Uid(transaction),
                IntStream.of(numbers)
                        .mapToObj(number -> new SopReference(SopClasses.CT_IMAGE_STORAGE, new Uid("2.25." + number)))
                        .toList());
    }

    @Test
    default void whatIsOwedIsFoundAsItWasAskedFor() {
        assertThat(ledger().add(REPORT, NOON)).isTrue();

        assertThat(ledger().find(REPORT.request().transaction())).contains(REPORT);
        assertThat(ledger().find(new Uid("2.25.8"))).isEmpty();
    }

    @Test
    default void aTransactionIsAddedOnce() {
        ledger().add(REPORT, NOON);

        assertThat(ledger().add(new OwedReport(request("2.25.7", 1), "mr-1"), NOON))
                .isFalse();
        assertThat(ledger().find(REPORT.request().transaction())).contains(REPORT);
    }

    @Test
    default void eachAttemptIsCounted() {
        ledger().add(REPORT, NOON);

        assertThat(ledger().begin(REPORT.request().transaction()))
                .contains(new OwedReport(REPORT.request(), "ct-7", 1));
        assertThat(ledger().begin(REPORT.request().transaction()))
                .contains(new OwedReport(REPORT.request(), "ct-7", 2));
    }

    @Test
    default void nothingIsLeftOfWhatWasReported() {
        ledger().add(REPORT, NOON);

        assertThat(ledger().remove(REPORT.request().transaction())).isTrue();

        assertThat(ledger().remove(REPORT.request().transaction())).isFalse();
        assertThat(ledger().begin(REPORT.request().transaction())).isEmpty();
        assertThat(ledger().owed()).isEmpty();
        assertThat(ledger().add(REPORT, NOON)).isTrue();
    }

    @Test
    default void theOldestIsOwedFirst() {
        ledger().add(new OwedReport(request("2.25.1", 1), "ct-7"), NOON.plusSeconds(1));
        ledger().add(REPORT, NOON);

        assertThat(ledger().owed()).isEqualTo(List.of(new Uid("2.25.7"), new Uid("2.25.1")));
    }
}
