package org.tandem.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;

/** What every ledger of series must do. */
public interface SeriesLedgerContract {

    Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    Duration QUIET = Duration.ofSeconds(30);
    Uid ONE = new Uid("1.2.3.1");
    Uid TWO = new Uid("1.2.3.2");

    /** An empty ledger. */
    SeriesLedger ledger();

    /** So many instances of 100 bytes each, the last at this time. */
    static SeriesRecord arrived(Uid series, int count, Instant last) {
        return new SeriesRecord(
                new SeriesIdentity(series, new Uid("1.2.3"), "MR"),
                new SeriesSource(new AeTitle("SCANNER"), new AeTitle("TANDEM")),
                new SeriesArrivals(count, 100L * count, last.minusSeconds(1), last),
                new SeriesStanding(SeriesState.RECEIVING, 1, last.plus(QUIET)));
    }

    @Test
    default void arrivalsAddUp() {
        SeriesLedger ledger = ledger();
        ledger.add(arrived(ONE, 3, NOON));
        ledger.add(arrived(ONE, 2, NOON.plusSeconds(10)));

        SeriesRecord series = ledger.find(ONE).orElseThrow();
        assertThat(series.arrivals()).isEqualTo(new SeriesArrivals(5, 500, NOON.minusSeconds(1), NOON.plusSeconds(10)));
        assertThat(series.standing()).isEqualTo(new SeriesStanding(SeriesState.RECEIVING, 1, NOON.plusSeconds(40)));
        assertThat(series.source().calling()).isEqualTo(new AeTitle("SCANNER"));
        assertThat(ledger.find(TWO)).isEmpty();
    }

    @Test
    default void theSeriesOfAStudyAreFoundByIt() {
        SeriesLedger ledger = ledger();
        ledger.add(arrived(TWO, 1, NOON));
        ledger.add(arrived(ONE, 1, NOON));

        assertThat(ledger.ofStudy(new Uid("1.2.3")))
                .extracting(SeriesRecord::uid)
                .containsExactly(ONE, TWO);
        assertThat(ledger.ofStudy(new Uid("1.2.4"))).isEmpty();
    }

    @Test
    default void aSeriesIsDueAfterItsQuietPeriodAndCompletedOnce() {
        SeriesLedger ledger = ledger();
        ledger.add(arrived(ONE, 1, NOON));
        ledger.add(arrived(TWO, 1, NOON.plusSeconds(5)));

        assertThat(ledger.nextDue()).contains(NOON.plus(QUIET));
        assertThat(ledger.due(NOON.plusSeconds(29), 10)).isEmpty();
        assertThat(ledger.due(NOON.plusSeconds(30), 10))
                .extracting(SeriesRecord::uid)
                .containsExactly(ONE);
        assertThat(ledger.complete(ONE, NOON.plusSeconds(29))).isFalse();
        assertThat(ledger.complete(ONE, NOON.plusSeconds(30))).isTrue();
        assertThat(ledger.complete(ONE, NOON.plusSeconds(30))).isFalse();
        assertThat(ledger.nextDue()).contains(NOON.plusSeconds(35));
        assertThat(ledger.inState(SeriesState.COMPLETE, 10))
                .extracting(SeriesRecord::uid)
                .containsExactly(ONE);
    }

    @Test
    default void aLateArrivalOpensTheSeriesAgainAsANewRevision() {
        SeriesLedger ledger = ledger();
        ledger.add(arrived(ONE, 3, NOON));
        ledger.complete(ONE, NOON.plus(QUIET));
        SeriesRecord complete = ledger.find(ONE).orElseThrow();
        ledger.add(arrived(ONE, 1, NOON.plusSeconds(60)));

        SeriesRecord again = ledger.find(ONE).orElseThrow();
        assertThat(again.standing()).isEqualTo(new SeriesStanding(SeriesState.RECEIVING, 2, NOON.plusSeconds(90)));
        assertThat(again.arrivals().instanceCount()).isEqualTo(4);
        assertThat(ledger.change(complete, SeriesState.ROUTED)).isFalse();
    }

    @Test
    default void aChangeIsMadeOnceAndOnlyFromTheStateThatWasSeen() {
        SeriesLedger ledger = ledger();
        ledger.add(arrived(ONE, 3, NOON));
        ledger.complete(ONE, NOON.plus(QUIET));
        SeriesRecord complete = ledger.find(ONE).orElseThrow();

        assertThat(ledger.change(complete, SeriesState.ROUTED)).isTrue();
        assertThat(ledger.change(complete, SeriesState.IGNORED)).isFalse();
        assertThat(ledger.find(ONE).orElseThrow().state()).isEqualTo(SeriesState.ROUTED);
    }

    @Test
    default void theDueTimeCanBeBroughtForwardOrPutOffWhileReceiving() {
        SeriesLedger ledger = ledger();
        ledger.add(arrived(ONE, 3, NOON));

        assertThat(ledger.setDue(ONE, NOON)).isTrue();
        assertThat(ledger.due(NOON, 10)).hasSize(1);
        assertThat(ledger.postponeDue(NOON.plusSeconds(20))).isEqualTo(1);
        assertThat(ledger.postponeDue(NOON.plusSeconds(20))).isZero();
        assertThat(ledger.nextDue()).contains(NOON.plusSeconds(20));
        ledger.complete(ONE, NOON.plusSeconds(20));
        assertThat(ledger.setDue(ONE, NOON)).isFalse();
        assertThat(ledger.nextDue()).isEmpty();
    }

    @Test
    default void pagesShowTheNewestFirstAndCountsSayHowManyAreInEachState() {
        SeriesLedger ledger = ledger();
        for (int n = 1; n <= 5; n++) {
            ledger.add(arrived(new Uid("1.2.3." + n), 1, NOON.plusSeconds(n)));
        }
        ledger.complete(ONE, NOON.plusSeconds(31));

        List<SeriesRecord> page = ledger.before(NOON.plusSeconds(99), 2);
        assertThat(page).extracting(s -> s.uid().value()).containsExactly("1.2.3.5", "1.2.3.4");
        assertThat(ledger.before(page.get(1).arrivals().last(), 2))
                .extracting(s -> s.uid().value())
                .containsExactly("1.2.3.3", "1.2.3.2");
        assertThat(ledger.counts()).isEqualTo(Map.of(SeriesState.RECEIVING, 4L, SeriesState.COMPLETE, 1L));
    }
}
