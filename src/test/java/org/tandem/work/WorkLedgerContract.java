package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Uid;
import org.tandem.model.ModelName;
import org.tandem.result.PlanChange;
import org.tandem.result.iod.ResultKind;

/** What every ledger of work does; each implementation runs it on an empty database. */
public interface WorkLedgerContract {

    Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    JobOrder ORDER = order("1.2.3", 1);

    ResultRecord RESULT = new ResultRecord(
            ResultKind.SEGMENTATION,
            new Uid("1.2.840.10008.5.1.4.1.1.66.4"),
            new Uid("2.25.1"),
            Path.of("results", "one.dcm"));

    WorkLedger ledger();

    static JobOrder order(String series, int revision) {
        return new JobOrder(
                new Uid(series),
                revision,
                new ModelName("brain-extraction", "1.0.0"),
                new JobOrder.RouteTaken("brains", 5, List.of("pacs", "research")));
    }

    @Test
    default void theSameOrderIsAddedOnce() {
        assertThat(ledger().add(ORDER, NOON)).isTrue();
        assertThat(ledger().add(ORDER, NOON)).isFalse();
        assertThat(ledger().latest(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    default void aRowHoldsWhatWasOrdered() {
        ledger().add(ORDER, NOON);
        JobRecord job = ledger().find(ORDER.id()).orElseThrow().job();
        assertThat(job.order()).isEqualTo(ORDER);
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.times()).isEqualTo(new JobRecord.Times(NOON, Optional.empty(), Optional.empty()));
    }

    @Test
    default void aRowHoldsWhatTheRulesWantOtherwise() {
        PlanChange change = PlanChange.parse("SECONDARY_CAPTURE+SEGMENTATION/LABEL_MAP");
        JobOrder.RouteTaken route = new JobOrder.RouteTaken(
                "brains", 5, List.of("pacs", "a=b/c"), new Wishes(Map.of("a=b/c", change), false));
        JobOrder order = new JobOrder(ORDER.series(), 7, ORDER.model(), route);
        ledger().add(order, NOON);

        assertThat(ledger().find(order.id()).orElseThrow().job().order()).isEqualTo(order);
    }

    @Test
    default void aDeliveryHasItsRenditionsAndRemembersWhatWasTaken() {
        ResultRecord report = new ResultRecord(
                ResultKind.STRUCTURED_REPORT,
                new Uid("1.2.840.10008.5.1.4.1.1.88.34"),
                new Uid("2.25.2"),
                Path.of("results", "two.dcm"));
        ledger().add(ORDER, NOON);
        ledger().begin(ORDER.id(), NOON);
        Parcel parcel = new Parcel(
                "pacs", List.of(List.of(RESULT.sopInstance(), report.sopInstance()), List.of(report.sopInstance())));
        JobOutcome.Filed filed = new JobOutcome.Filed(List.of(RESULT, report), List.of(parcel));
        ledger().end(ORDER.id(), new JobOutcome.Done(filed, "Brain"), NOON);
        DeliveryId pacs = new DeliveryId(ORDER.id(), "pacs");

        assertThat(ledger().renditions(pacs)).containsExactly(List.of(RESULT, report), List.of(report));
        assertThat(ledger().renditions(new DeliveryId(ORDER.id(), "research")))
                .as("who has no parcel is sent all")
                .containsExactly(List.of(RESULT, report));

        assertThat(ledger().takenBy(pacs)).isEmpty();
        ledger().taken(pacs, List.of(RESULT.sopInstance(), report.sopInstance()));
        ledger().taken(pacs, List.of(report.sopInstance()));
        assertThat(ledger().takenBy(pacs)).containsExactly(report);
    }

    @Test
    default void whatNobodyIsSentButInPlaceOfSomethingElseIsNotListed() {
        Uid other = new Uid("2.25.3");
        ResultRecord instead = new ResultRecord(RESULT.kind(), RESULT.sopClass(), other, Path.of("three.dcm"));
        ledger().add(ORDER, NOON);
        ledger().begin(ORDER.id(), NOON);
        List<List<Uid>> renditions = List.of(List.of(RESULT.sopInstance()), List.of(other));
        List<Parcel> parcels = List.of(new Parcel("pacs", renditions), new Parcel("research", renditions));
        JobOutcome.Filed filed = new JobOutcome.Filed(List.of(RESULT, instead), parcels);
        ledger().end(ORDER.id(), new JobOutcome.Done(filed, "Brain"), NOON);

        assertThat(ledger().find(ORDER.id()).orElseThrow().results()).containsExactly(RESULT);
        ledger().taken(new DeliveryId(ORDER.id(), "pacs"), List.of(other));
        assertThat(ledger().find(ORDER.id()).orElseThrow().results()).containsExactly(RESULT, instead);
    }

    @Test
    default void beginningCountsAttemptsAndMayHappenAgainAfterACrash() {
        ledger().add(ORDER, NOON);
        assertThat(ledger().begin(ORDER.id(), NOON).orElseThrow().attempts()).isEqualTo(1);
        assertThat(ledger().begin(ORDER.id(), NOON).orElseThrow().attempts()).isEqualTo(2);
        assertThat(ledger().unfinished()).extracting(JobRecord::id).containsExactly(ORDER.id());
    }

    @Test
    default void aJobThatIsDoneHasResultsAndOneDeliveryForEachDestination() {
        finish(ORDER);
        JobRecord.Detail detail = ledger().find(ORDER.id()).orElseThrow();
        assertThat(detail.job().state()).isEqualTo(JobState.DONE);
        assertThat(detail.results()).extracting(ResultRecord::sopInstance).containsExactly(new Uid("2.25.1"));
        assertThat(detail.deliveries())
                .extracting(d -> d.id().destination(), DeliveryRecord::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("pacs", DeliveryState.WAITING),
                        org.assertj.core.groups.Tuple.tuple("research", DeliveryState.WAITING));
    }

    @Test
    default void aJobThatIsDoneDoesNotBeginAgain() {
        finish(ORDER);
        assertThat(ledger().begin(ORDER.id(), NOON)).isEmpty();
        assertThat(ledger().requeue(ORDER.id(), NOON)).isFalse();
        assertThat(ledger().cancel(ORDER.id(), NOON)).isFalse();
    }

    @Test
    default void aJobThatFailedForNowIsQueuedAndOneThatIsDeadWaitsForAPerson() {
        ledger().add(ORDER, NOON);
        ledger().begin(ORDER.id(), NOON);
        ledger().end(ORDER.id(), new JobOutcome.Again("GPU busy"), NOON);
        assertThat(stateOf(ORDER)).isEqualTo(JobState.QUEUED);
        ledger().begin(ORDER.id(), NOON);
        ledger().end(ORDER.id(), new JobOutcome.Dead("GPU gone"), NOON);
        assertThat(stateOf(ORDER)).isEqualTo(JobState.FAILED);
        assertThat(ledger().begin(ORDER.id(), NOON)).isEmpty();
        assertThat(ledger().requeue(ORDER.id(), NOON)).isTrue();
        assertThat(ledger().begin(ORDER.id(), NOON).orElseThrow().attempts()).isEqualTo(1);
    }

    @Test
    default void aJobThatIsCancelledDoesNotBegin() {
        ledger().add(ORDER, NOON);
        assertThat(ledger().cancel(ORDER.id(), NOON)).isTrue();
        assertThat(ledger().begin(ORDER.id(), NOON)).isEmpty();
        assertThat(ledger().cancel(ORDER.id(), NOON)).isFalse();
    }

    @Test
    default void whatComesOfAJobThatWasCancelledMeanwhileIsDropped() {
        ledger().add(ORDER, NOON);
        ledger().begin(ORDER.id(), NOON);
        assertThat(ledger().cancel(ORDER.id(), NOON)).isTrue();

        assertThat(ledger().end(ORDER.id(), new JobOutcome.Done(List.of(RESULT), "Brain"), NOON))
                .isFalse();

        JobRecord.Detail detail = ledger().find(ORDER.id()).orElseThrow();
        assertThat(detail.job().state()).isEqualTo(JobState.CANCELLED);
        assertThat(detail.results()).isEmpty();
        assertThat(detail.deliveries()).isEmpty();
    }

    @Test
    default void ofManyWhoOrderTheSameAtOnceOneIsTheFirst() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> answers = many.invokeAll(Collections.nCopies(40, () -> ledger().add(ORDER, NOON)));
            int firsts = 0;
            for (Future<Boolean> answer : answers) {
                firsts += answer.get() ? 1 : 0;
            }
            assertThat(firsts).isEqualTo(1);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    default void aDeliveryWaitsForTheReportOfItsTransactionOnly() {
        finish(ORDER);
        DeliveryId id = new DeliveryId(ORDER.id(), "pacs");
        Uid transaction = new Uid("2.25.77");
        assertThat(ledger().awaitCommitment(id, transaction, "", NOON)).isFalse();
        ledger().beginDelivery(id, NOON);
        assertThat(ledger().awaitCommitment(id, transaction, "", NOON)).isTrue();
        assertThat(ledger().unfinishedDeliveries())
                .extracting(DeliveryRecord::state)
                .contains(DeliveryState.COMMITTING);

        assertThat(ledger().committing(new Uid("2.25.78"))).isEmpty();
        assertThat(ledger().endCommitment(new Uid("2.25.78"), DeliveryState.ACCEPTED, "", NOON))
                .isFalse();
        assertThat(ledger().committing(transaction)).map(DeliveryRecord::id).contains(id);
        assertThat(ledger().endCommitment(transaction, DeliveryState.ACCEPTED, "committed", NOON))
                .isTrue();

        assertThat(ledger().committing(transaction)).isEmpty();
        assertThat(ledger().beginDelivery(id, NOON)).isEmpty();
    }

    @Test
    default void aDeliveryThatWasNotCommittedToInTimeIsSentAgain() {
        finish(ORDER);
        DeliveryId id = new DeliveryId(ORDER.id(), "pacs");
        ledger().beginDelivery(id, NOON);
        ledger().awaitCommitment(id, new Uid("2.25.77"), "", NOON);

        assertThat(ledger().beginDelivery(id, NOON).orElseThrow().attempts()).isEqualTo(2);
        assertThat(ledger().endCommitment(new Uid("2.25.77"), DeliveryState.ACCEPTED, "too late", NOON))
                .isFalse();
    }

    @Test
    default void aDeliveryThatWaitsCanBeCancelledAndRetried() {
        finish(ORDER);
        DeliveryId pacs = new DeliveryId(ORDER.id(), "pacs");
        assertThat(ledger().cancelDelivery(pacs, NOON)).isTrue();
        assertThat(ledger().beginDelivery(pacs, NOON)).isEmpty();
        assertThat(ledger().cancelDelivery(pacs, NOON)).isFalse();
        assertThat(ledger().requeueDelivery(pacs, NOON)).isTrue();
        assertThat(ledger().beginDelivery(pacs, NOON)).isPresent();
        assertThat(ledger().cancelDelivery(pacs, NOON))
                .as("one that is being sent goes on")
                .isFalse();
    }

    @Test
    default void aDeliveryGoesFromWaitingOverSendingToAcceptedAndNoFurther() {
        finish(ORDER);
        DeliveryId pacs = new DeliveryId(ORDER.id(), "pacs");
        assertThat(ledger().beginDelivery(pacs, NOON).orElseThrow().attempts()).isEqualTo(1);
        ledger().endDelivery(pacs, DeliveryState.ACCEPTED, "Success", NOON);
        assertThat(ledger().beginDelivery(pacs, NOON)).isEmpty();
        assertThat(ledger().unfinishedDeliveries())
                .extracting(d -> d.id().destination())
                .containsExactly("research");
        assertThat(ledger().deliveryCountsByState())
                .containsEntry(DeliveryState.ACCEPTED, 1L)
                .containsEntry(DeliveryState.WAITING, 1L);
    }

    @Test
    default void aDeadDeliveryCanBeRetriedByAPerson() {
        finish(ORDER);
        DeliveryId pacs = new DeliveryId(ORDER.id(), "pacs");
        ledger().beginDelivery(pacs, NOON);
        ledger().endDelivery(pacs, DeliveryState.FAILED, "0122 SOP class not supported", NOON);
        assertThat(ledger().latestDeliveries(Optional.of(DeliveryState.FAILED), 10))
                .extracting(DeliveryRecord::message)
                .containsExactly("0122 SOP class not supported");
        assertThat(ledger().requeueDelivery(pacs, NOON)).isTrue();
        assertThat(ledger().beginDelivery(pacs, NOON)).isPresent();
    }

    @Test
    default void theLatestJobsComeFirst() {
        ledger().add(order("1.1", 1), NOON);
        ledger().add(order("1.2", 1), NOON.plusSeconds(1));
        ledger().add(order("1.2", 2), NOON.plusSeconds(2));
        assertThat(ledger().latest(Optional.empty(), 2))
                .extracting(j -> j.order().revision())
                .containsExactly(2, 1);
        assertThat(ledger().ofSeries(new Uid("1.2"))).hasSize(2);
        assertThat(ledger().countsByState()).containsEntry(JobState.QUEUED, 3L);
    }

    @Test
    default void aMessageOfAnyLengthIsKeptAsFarAsItFits() {
        ledger().add(ORDER, NOON);
        ledger().begin(ORDER.id(), NOON);
        ledger().end(ORDER.id(), new JobOutcome.Refused("x".repeat(10_000)), NOON);
        assertThat(ledger().find(ORDER.id()).orElseThrow().job().message()).hasSize(4000);
    }

    private void finish(JobOrder order) {
        ledger().add(order, NOON);
        ledger().begin(order.id(), NOON);
        assertThat(ledger().end(order.id(), new JobOutcome.Done(List.of(RESULT), "Brain 1400.0 cm³"), NOON))
                .isTrue();
    }

    private JobState stateOf(JobOrder order) {
        return ledger().find(order.id()).orElseThrow().job().state();
    }
}
