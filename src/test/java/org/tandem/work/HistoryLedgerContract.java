package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.history.Chapter;
import org.tandem.history.HistoryLedger;
import org.tandem.history.PastResult;
import org.tandem.history.Run;
import org.tandem.model.ModelName;
import org.tandem.result.iod.Predecessor;
import org.tandem.result.iod.ResultKind;

/** What every history does; each implementation runs it on an empty database, beside the ledger of deliveries. */
public interface HistoryLedgerContract {

    Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    Uid PATIENT = new Uid("2.25.100");
    Uid STUDY = new Uid("2.25.200");
    Uid SERIES = new Uid("2.25.300");
    Uid FRAME = new Uid("2.25.400");

    HistoryLedger ledger();

    WorkLedger work();

    static Run run(int number, String version, boolean processed) {
        return new Run(
                new Uid("2.25.1." + number),
                new Run.Subject(PATIENT, STUDY, SERIES, Optional.of(FRAME)),
                new ModelName("lungs", version),
                processed);
    }

    static PastResult result(Run run, ResultKind kind) {
        Uid sopClass = kind == ResultKind.SEGMENTATION
                ? SopClasses.SEGMENTATION_STORAGE
                : SopClasses.COMPREHENSIVE_3D_SR_STORAGE;
        Uid instance = new Uid(run.id() + "." + (kind.ordinal() + 1));
        return new PastResult(kind, sopClass, instance, new Uid("2.25.9"), Path.of(instance + ".dcm"));
    }

    static Predecessor report(Run run) {
        PastResult report = result(run, ResultKind.STRUCTURED_REPORT);
        return new Predecessor(STUDY, report.series(), report.sopClass(), report.sopInstance());
    }

    /** Segmentation and report; the number of the run is its minute. */
    private void add(Run run, int minute, Run... replaced) {
        List<Predecessor> reports =
                List.of(replaced).stream().map(HistoryLedgerContract::report).toList();
        List<PastResult> made =
                List.of(result(run, ResultKind.SEGMENTATION), result(run, ResultKind.STRUCTURED_REPORT));
        ledger().add(new Chapter(run, List.of(), Map.of("pacs", reports)), made, NOON.plusSeconds(60L * minute));
    }

    /** A delivery of the run's report, which the destination takes or is to take. */
    private DeliveryId deliver(Run run, boolean taken) {
        PastResult report = result(run, ResultKind.STRUCTURED_REPORT);
        JobOrder order = new JobOrder(
                SERIES, run.id().hashCode() & 0xFFFF, run.model(), new JobOrder.RouteTaken("r", 5, List.of("pacs")));
        work().add(order, NOON);
        work().begin(order.id(), NOON);
        ResultRecord record = new ResultRecord(report.kind(), report.sopClass(), report.sopInstance(), report.file());
        work().end(order.id(), new JobOutcome.Done(List.of(record), "x"), NOON);
        DeliveryId id = new DeliveryId(order.id(), "pacs");
        if (taken) {
            work().beginDelivery(id, NOON);
            work().taken(id, List.of(report.sopInstance()));
            work().endDelivery(id, DeliveryState.ACCEPTED, "", NOON);
        }
        return id;
    }

    @Test
    default void aReportThatADestinationHasOrIsToHaveIsReplacedByAnyVersion() {
        Run first = run(1, "1.0.0", true);
        Run second = run(2, "1.1.0", true);
        add(first, 1);
        assertThat(ledger().toReplace(second, "pacs")).as("nobody has it").isEmpty();
        DeliveryId waiting = deliver(first, false);
        assertThat(ledger().toReplace(second, "pacs")).containsExactly(report(first));
        work().cancelDelivery(waiting, NOON);
        assertThat(ledger().toReplace(second, "pacs")).as("nobody will have it").isEmpty();
        work().requeueDelivery(waiting, NOON);
        work().beginDelivery(waiting, NOON);
        work().taken(waiting, List.of(report(first).sopInstance()));
        work().endDelivery(waiting, DeliveryState.ACCEPTED, "", NOON);

        assertThat(ledger().toReplace(second, "pacs")).containsExactly(report(first));
        assertThat(ledger().toReplace(first, "pacs")).as("not by itself").isEmpty();
    }

    @Test
    default void whatAnotherDestinationHasIsNotReplacedAtThisOne() {
        Run first = run(1, "1.0.0", true);
        Run second = run(2, "1.1.0", true);
        add(first, 1);
        deliver(first, true);

        assertThat(ledger().toReplace(second, "pacs")).containsExactly(report(first));
        assertThat(ledger().toReplace(second, "archive")).isEmpty();

        add(second, 2, first);
        assertThat(ledger().replacedBy(second, "pacs")).containsExactly(report(first));
        assertThat(ledger().replacedBy(second, "archive")).isEmpty();
    }

    @Test
    default void whatIsReplacedByWhatADestinationHasIsNotReplacedAgain() {
        Run first = run(1, "1.0.0", true);
        Run second = run(2, "1.0.0", true);
        add(first, 1);
        deliver(first, true);
        add(second, 2, first);
        assertThat(ledger().toReplace(run(3, "1.0.0", true), "pacs")).containsExactly(report(first));
        deliver(second, true);

        assertThat(ledger().toReplace(run(3, "1.0.0", true), "pacs")).containsExactly(report(second));
    }

    @Test
    default void thatASeriesWasNotProcessedReplacesNoFindingButAFindingReplacesIt() {
        Run found = run(1, "1.0.0", true);
        Run refused = run(2, "1.0.0", false);
        add(found, 1);
        deliver(found, true);
        assertThat(ledger().toReplace(refused, "pacs")).isEmpty();
        add(refused, 2);
        deliver(refused, true);

        assertThat(ledger().toReplace(run(3, "1.0.0", false), "pacs")).containsExactly(report(refused));
        assertThat(ledger().toReplace(run(4, "1.0.0", true), "pacs")).containsExactly(report(found), report(refused));
    }

    @Test
    default void aRunThatIsMadeAgainKeepsItsTimeAndWhatItReplaced() {
        Run first = run(1, "1.0.0", true);
        Run second = run(2, "1.0.0", true);
        add(first, 1);
        add(second, 2, first);
        add(second, 9);

        assertThat(ledger().firstMade(second)).hasValue(NOON.plusSeconds(120));
        assertThat(ledger().replacedBy(second, "pacs")).containsExactly(report(first));
        assertThat(ledger().firstMade(run(3, "1.0.0", true))).isEmpty();
    }

    @Test
    default void segmentationsOfTheSameFrameComeNewestFirst() {
        add(run(1, "1.0.0", true), 1);
        add(run(2, "1.1.0", true), 2);
        add(run(3, "1.1.0", true), 3);
        Run now = run(4, "2.0.0", true);

        assertThat(ledger().segmentations(now, NOON.plusSeconds(180), 5))
                .containsExactly(
                        result(run(2, "1.1.0", true), ResultKind.SEGMENTATION),
                        result(run(1, "1.0.0", true), ResultKind.SEGMENTATION));
        assertThat(ledger().segmentations(now, NOON.plusSeconds(180), 1)).hasSize(1);
        Run.Subject elsewhere = new Run.Subject(PATIENT, STUDY, SERIES, Optional.of(new Uid("2.25.401")));
        Run.Subject other = new Run.Subject(new Uid("2.25.101"), STUDY, SERIES, Optional.of(FRAME));
        Run.Subject nowhere = new Run.Subject(PATIENT, STUDY, SERIES, Optional.empty());
        for (Run.Subject subject : List.of(elsewhere, other, nowhere)) {
            Run run = new Run(now.id(), subject, now.model(), true);
            assertThat(ledger().segmentations(run, NOON.plusSeconds(180), 5)).isEmpty();
        }
    }
}
