package org.tandem.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.ingest.SampleInstances.NOON;
import static org.tandem.ingest.SampleInstances.instance;
import static org.tandem.ingest.SampleInstances.series;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandem.ingest.Origin;
import org.tandem.ingest.ReceivedInstance;
import org.tandem.ingest.SampleInstances;
import org.tandem.net.AssociationInfo;
import org.tandem.store.Database;
import org.tandem.store.DatabaseOptions;
import org.tandem.store.JdbcSeriesLedger;

final class SeriesAssemblerTest {

    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final AssociationInfo FIRST = SampleInstances.ASSOCIATION;
    private static final AssociationInfo SECOND =
            new AssociationInfo(8, FIRST.calling(), FIRST.called(), FIRST.peerHost());

    private final Database database = Database.open(DatabaseOptions.h2Memory("assembler"));
    private final SeriesLedger ledger = new JdbcSeriesLedger(database.transactions());

    @AfterEach
    void close() {
        database.close();
    }

    private SeriesAssembler assembler(AssemblyRules rules, Instant now) {
        return new SeriesAssembler(ledger, rules, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static AssemblyRules atRelease() {
        return new AssemblyRules(
                QUIET, Map.of(FIRST.calling(), new SourceRule(QUIET, true)), QUIET, Duration.ofSeconds(10));
    }

    private static ReceivedInstance by(AssociationInfo association, ReceivedInstance instance) {
        return new ReceivedInstance(
                instance.identity(), instance.modality(), new Origin(association, NOON), instance.content());
    }

    private static ReceivedInstance at(int seconds, int s, int n) {
        return instance(s, n, "content " + n, NOON.plusSeconds(seconds));
    }

    @Test
    void aSeriesIsCompleteAfterTheQuietPeriodSinceItsLastArrival() {
        SeriesAssembler assembler = assembler(AssemblyRules.quietPeriod(QUIET), NOON);
        assembler.instancesStored(List.of(at(0, 1, 1), at(1, 2, 1), at(2, 1, 2)));
        assembler.instancesStored(List.of(at(20, 1, 3)));

        assertThat(assembler.nextDue()).contains(NOON.plusSeconds(31));
        assertThat(assembler.completeDue(NOON.plusSeconds(31)))
                .extracting(SeriesRecord::uid)
                .containsExactly(series(2));
        assertThat(assembler.completeDue(NOON.plusSeconds(49))).isEmpty();
        List<SeriesRecord> completed = assembler.completeDue(NOON.plusSeconds(50));
        assertThat(completed).extracting(SeriesRecord::state).containsExactly(SeriesState.COMPLETE);
        assertThat(completed.get(0).arrivals().instanceCount()).isEqualTo(3);
        assertThat(assembler.nextDue()).isEmpty();
    }

    @Test
    void whatIsCompleteIsListedUntilItIsTakenFurther() {
        SeriesAssembler assembler = assembler(AssemblyRules.quietPeriod(QUIET), NOON);
        assembler.instancesStored(List.of(at(0, 1, 1)));
        assembler.completeDue(NOON.plus(QUIET));
        SeriesAssembler afterCrash = assembler(AssemblyRules.quietPeriod(QUIET), NOON.plusSeconds(60));

        assertThat(afterCrash.completeDue(NOON.plusSeconds(60))).isEmpty();
        SeriesRecord waiting = afterCrash.complete(10).get(0);
        assertThat(waiting.uid()).isEqualTo(series(1));
        assertThat(afterCrash.change(waiting, SeriesState.ROUTED)).isTrue();
        assertThat(afterCrash.complete(10)).isEmpty();
    }

    @Test
    void aLateImageMakesANewRound() {
        SeriesAssembler assembler = assembler(AssemblyRules.quietPeriod(QUIET), NOON);
        assembler.instancesStored(List.of(at(0, 1, 1)));
        assembler.completeDue(NOON.plus(QUIET));
        assembler.change(assembler.complete(1).get(0), SeriesState.ROUTED);
        assembler.instancesStored(List.of(at(40, 1, 2)));

        List<SeriesRecord> again = assembler.completeDue(NOON.plusSeconds(70));
        assertThat(again).extracting(SeriesRecord::revision).containsExactly(2);
        assertThat(again.get(0).arrivals().instanceCount()).isEqualTo(2);
    }

    @Test
    void releaseCompletesTheSeriesOfASourceThatSendsStudiesWhole() {
        SeriesAssembler assembler = assembler(atRelease(), NOON.plusSeconds(3));
        assembler.instancesStored(List.of(by(FIRST, instance(1, 1)), by(FIRST, instance(2, 1))));
        assembler.associationEnded(FIRST, true);

        assertThat(assembler.completeDue(NOON.plusSeconds(3))).hasSize(2);
    }

    @Test
    void anAbortDoesNotCompleteASeries() {
        SeriesAssembler assembler = assembler(atRelease(), NOON.plusSeconds(3));
        assembler.instancesStored(List.of(by(FIRST, instance(1, 1))));
        assembler.associationEnded(FIRST, false);

        assertThat(assembler.completeDue(NOON.plusSeconds(3))).isEmpty();
        assertThat(assembler.completeDue(NOON.plus(QUIET))).hasSize(1);
    }

    @Test
    void aSeriesThatComesOnTwoAssociationsIsCompleteAtTheReleaseOfTheLast() {
        SeriesAssembler assembler = assembler(atRelease(), NOON.plusSeconds(3));
        assembler.instancesStored(List.of(by(FIRST, instance(1, 1)), by(SECOND, instance(1, 2))));
        assembler.associationEnded(FIRST, true);
        assertThat(assembler.completeDue(NOON.plusSeconds(3))).isEmpty();

        assembler.associationEnded(SECOND, true);
        assertThat(assembler.completeDue(NOON.plusSeconds(3))).hasSize(1);
    }

    @Test
    void theExpectedCountCompletesASeriesWithoutAWait() {
        SeriesAssembler assembler = new SeriesAssembler(
                ledger,
                AssemblyRules.quietPeriod(QUIET),
                series -> OptionalInt.of(2),
                Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC));
        assembler.instancesStored(List.of(at(0, 1, 1)));
        assertThat(assembler.completeDue(NOON.plusSeconds(1))).isEmpty();

        assembler.instancesStored(List.of(at(1, 1, 2)));
        assertThat(assembler.completeDue(NOON.plusSeconds(1))).hasSize(1);
    }

    @Test
    void afterARestartASeriesThatBecameDueWhileDownGetsTheGraceAndNoMore() {
        assembler(AssemblyRules.quietPeriod(QUIET), NOON).instancesStored(List.of(at(0, 1, 1), at(0, 2, 1)));
        Instant start = NOON.plusSeconds(600);
        SeriesAssembler restarted = assembler(AssemblyRules.quietPeriod(QUIET), start);

        assertThat(restarted.resume()).isEqualTo(2);
        assertThat(restarted.completeDue(start.plusSeconds(9))).isEmpty();
        assertThat(restarted.completeDue(start.plusSeconds(10))).hasSize(2);
    }
}
