package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.net.DimseStatus;
import org.tandem.net.StoreOutcome;
import org.tandem.result.iod.ResultKind;
import org.tandem.store.DatabaseOptions;

class WorkTest {

    private static final JobOrder ORDER = Workshop.order("1.2.3", 5, "pacs");

    @TempDir
    private Path folder;

    private Workshop shop;

    /** An empty database. */
    DatabaseOptions database(Path inFolder) {
        return DatabaseOptions.h2File(inFolder.resolve("tandem"));
    }

    @BeforeEach
    void open() {
        shop = new Workshop(folder, database(folder));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static Runnable failing(TandemException.Kind kind) {
        return () -> {
            throw new TandemException(kind, "the device is on fire");
        };
    }

    @Test
    void aJobRunsOnceAndItsResultsReachThePacsOnce() {
        assertThat(shop.work().order(ORDER)).isTrue();
        assertThat(shop.work().order(ORDER)).isFalse();

        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);

        assertThat(shop.job(ORDER).attempts()).isEqualTo(1);
        assertThat(shop.job(ORDER).message()).startsWith("Bright");
        List<Uid> results = shop.detail(ORDER).results().stream()
                .map(ResultRecord::sopInstance)
                .toList();
        assertThat(results).hasSize(2);
        assertThat(shop.pacs().stored()).containsExactlyElementsOf(results);
    }

    @Test
    void whatFailsForNowIsTriedAgain() {
        shop.nextRun(failing(TandemException.Kind.RETRY));
        shop.nextRun(failing(TandemException.Kind.RETRY));
        shop.work().order(ORDER);

        shop.awaitState(ORDER, JobState.DONE);

        assertThat(shop.job(ORDER).attempts()).isEqualTo(3);
    }

    @Test
    void theWaitsBetweenAttemptsGrow() {
        shop.restart(new RetryPolicy(4, Duration.ofMillis(50), Duration.ofSeconds(10)));
        List<Instant> starts = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 3; i++) {
            shop.nextRun(() -> {
                starts.add(Instant.now());
                failing(TandemException.Kind.RETRY).run();
            });
        }
        shop.nextRun(() -> starts.add(Instant.now()));
        shop.work().order(ORDER);

        shop.awaitState(ORDER, JobState.DONE);

        assertThat(Duration.between(starts.get(0), starts.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        assertThat(Duration.between(starts.get(1), starts.get(2))).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(Duration.between(starts.get(2), starts.get(3))).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void whatFailsThreeTimesWaitsForAPersonWhoCanRetryIt() {
        for (int i = 0; i < 3; i++) {
            shop.nextRun(failing(TandemException.Kind.RETRY));
        }
        shop.work().order(ORDER);
        shop.awaitState(ORDER, JobState.FAILED);
        assertThat(shop.job(ORDER).message()).contains("the device is on fire");
        assertThat(shop.job(ORDER).attempts()).isEqualTo(3);
        assertThat(shop.work().ledger().latest(Optional.of(JobState.FAILED), 10))
                .extracting(JobRecord::id)
                .containsExactly(ORDER.id());

        assertThat(shop.work().retry(ORDER.id())).isTrue();

        shop.awaitState(ORDER, JobState.DONE);
        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);
        assertThat(shop.work().retry(ORDER.id())).isFalse();
    }

    @Test
    void aMistakeInTheProgramIsTriedAgainToo() {
        shop.nextRun(() -> {
            throw new IllegalStateException("unforeseen");
        });
        shop.work().order(ORDER);

        shop.awaitState(ORDER, JobState.DONE);
    }

    @Test
    void whatIsRefusedIsNotTriedAgain() {
        shop.nextRun(failing(TandemException.Kind.REFUSE));
        shop.work().order(ORDER);

        shop.awaitState(ORDER, JobState.REFUSED);

        assertThat(shop.job(ORDER).attempts()).isEqualTo(1);
        assertThat(shop.detail(ORDER).results())
                .extracting(ResultRecord::kind)
                .containsExactly(ResultKind.STRUCTURED_REPORT);
    }

    @Test
    void aSeriesThatFailsTheChecksIsRefusedWithItsReasonCode() {
        shop.seriesLiesIn(Path.of("test-dicom", "broken", "gap"));
        shop.work().order(ORDER);

        shop.awaitState(ORDER, JobState.REFUSED);

        assertThat(shop.job(ORDER).message()).startsWith("SLICE_GAP: ");
        assertThat(shop.job(ORDER).attempts()).isEqualTo(1);
        shop.seriesLiesIn(Workshop.BALL);
        assertThat(shop.work().retry(ORDER.id())).isTrue();
        shop.awaitState(ORDER, JobState.DONE);
    }

    @Test
    void nativesThatCannotBeLoadedAreAFailureAndNoEnd() {
        shop.nextRun(() -> {
            throw new UnsatisfiedLinkError("libtensorflow.so");
        });
        shop.work().order(ORDER);

        shop.awaitState(ORDER, JobState.DONE);
        assertThat(shop.job(ORDER).attempts()).isEqualTo(2);
    }

    @Test
    void urgentJobsOvertakeOthersThatWait() {
        CountDownLatch busy = new CountDownLatch(1);
        shop.nextRun(Workshop.waitingFor(busy));
        JobOrder running = Workshop.order("1.1", 5);
        shop.work().order(running);
        shop.awaitState(running, JobState.RUNNING);
        JobOrder usual = Workshop.order("1.2", 2);
        JobOrder urgent = Workshop.order("1.3", 9);
        shop.work().order(usual);
        shop.work().order(urgent);
        busy.countDown();

        shop.awaitState(usual, JobState.DONE);
        shop.awaitState(urgent, JobState.DONE);

        assertThat(shop.ran()).extracting(Uid::value).containsExactly("1.1", "1.3", "1.2");
    }

    @Test
    void aJobThatWaitsCanBeCancelledAndNeverRuns() {
        CountDownLatch busy = new CountDownLatch(1);
        shop.nextRun(Workshop.waitingFor(busy));
        shop.work().order(ORDER);
        shop.awaitState(ORDER, JobState.RUNNING);
        JobOrder waiting = Workshop.order("1.4", 5);
        shop.work().order(waiting);

        assertThat(shop.work().cancel(waiting.id())).isTrue();
        busy.countDown();

        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);
        assertThat(shop.work().cancel(ORDER.id()))
                .as("what is done and delivered cannot be cancelled")
                .isFalse();
        assertThat(shop.job(waiting).state()).isEqualTo(JobState.CANCELLED);
        assertThat(shop.ran()).containsExactly(ORDER.series());
        assertThat(shop.work().retry(waiting.id())).isTrue();
        shop.awaitState(waiting, JobState.DONE);
    }

    @Test
    void whatComesOfAJobThatIsCancelledWhileItRunsIsDropped() {
        CountDownLatch busy = new CountDownLatch(1);
        shop.nextRun(Workshop.waitingFor(busy));
        shop.work().order(ORDER);
        shop.awaitState(ORDER, JobState.RUNNING);

        assertThat(shop.work().cancel(ORDER.id())).isTrue();
        busy.countDown();
        JobOrder next = Workshop.order("1.8", 5, "pacs");
        shop.work().order(next);

        shop.awaitDelivery(next, DeliveryState.ACCEPTED);
        assertThat(shop.job(ORDER).state()).isEqualTo(JobState.CANCELLED);
        assertThat(shop.detail(ORDER).results()).isEmpty();
        assertThat(shop.pacs().stored()).hasSize(2);
    }

    @Test
    void aJobThatIsCancelledAndRetriedWhileItRunsRunsOnceMore() {
        CountDownLatch busy = new CountDownLatch(1);
        shop.nextRun(Workshop.waitingFor(busy));
        shop.work().order(ORDER);
        shop.awaitState(ORDER, JobState.RUNNING);

        assertThat(shop.work().cancel(ORDER.id())).isTrue();
        assertThat(shop.work().retry(ORDER.id())).isTrue();
        busy.countDown();

        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);
        assertThat(shop.ran()).hasSize(2);
        assertThat(shop.pacs().stored()).hasSize(2);
    }

    @Test
    void aDeliveryThatWaitsForAPacsThatIsDownCanBeCancelled() {
        shop.restart(Workshop.PATIENT);
        shop.pacsGoesDown();
        shop.work().order(ORDER);
        Workshop.await("a first attempt", () -> shop.hasDelivery(ORDER, DeliveryState.WAITING, 1));

        assertThat(shop.work().cancel(ORDER.id())).isTrue();

        assertThat(shop.delivery(ORDER).state()).isEqualTo(DeliveryState.CANCELLED);
        shop.pacsComesUp();
        assertThat(shop.work().retry(ORDER.id())).isTrue();
        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);
    }

    @Test
    void resultsForAPacsThatIsDownReachItOnceWhenItComesUp() {
        shop.restart(new RetryPolicy(1000, Duration.ofMillis(20), Duration.ofMillis(20)));
        shop.pacsGoesDown();
        shop.work().order(ORDER);
        Workshop.await("a second attempt", () -> shop.hasDelivery(ORDER, DeliveryState.WAITING, 2));
        assertThat(shop.detail(ORDER).results())
                .allSatisfy(result -> assertThat(result.file()).exists());

        shop.pacsComesUp();

        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);
        assertThat(shop.pacs().stored()).hasSize(2).doesNotHaveDuplicates();
        assertThat(shop.ran()).hasSize(1);
    }

    @Test
    void resultsForAPacsThatIsDownAreKeptUntilAPersonRetries() {
        shop.pacsGoesDown();
        shop.work().order(ORDER);
        shop.awaitDelivery(ORDER, DeliveryState.FAILED);
        assertThat(shop.delivery(ORDER).attempts()).isEqualTo(3);
        assertThat(shop.delivery(ORDER).message()).contains("failed");
        assertThat(shop.detail(ORDER).results())
                .allSatisfy(result -> assertThat(result.file()).exists());

        shop.pacsComesUp();
        assertThat(shop.work().retry(ORDER.id())).isTrue();

        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);
        assertThat(shop.pacs().stored()).hasSize(2);
        assertThat(shop.ran()).hasSize(1);
    }

    @Test
    void aPacsThatIsFullIsAskedAgain() {
        shop.pacs().answerNext(new StoreOutcome(DimseStatus.OUT_OF_RESOURCES, "disk full"));
        shop.work().order(ORDER);

        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);

        assertThat(shop.delivery(ORDER).attempts()).isEqualTo(2);
    }

    @Test
    void aPacsThatDoesNotUnderstandAResultIsNotAskedAgain() {
        shop.pacs().answerNext(new StoreOutcome(DimseStatus.CANNOT_UNDERSTAND, "what is this"));
        shop.work().order(ORDER);

        shop.awaitDelivery(ORDER, DeliveryState.FAILED);

        assertThat(shop.delivery(ORDER).attempts()).isEqualTo(1);
        assertThat(shop.delivery(ORDER).message()).contains("C000").contains("what is this");
    }

    @Test
    void aDestinationThatNobodyKnowsSaysWhichThereAre() {
        JobOrder order = Workshop.order("1.5", 5, "nowhere");
        shop.work().order(order);

        shop.awaitDelivery(order, DeliveryState.FAILED);

        assertThat(shop.delivery(order).message()).contains("nowhere").contains("pacs");
    }

    @Test
    void oneDestinationThatFailsDoesNotHoldTheOther() {
        JobOrder order = Workshop.order("1.6", 5, "nowhere", "pacs");
        shop.work().order(order);

        Workshop.await("both ended", () -> shop.detail(order).deliveries().stream()
                .map(DeliveryRecord::state)
                .toList()
                .containsAll(List.of(DeliveryState.FAILED, DeliveryState.ACCEPTED)));
        assertThat(shop.pacs().stored()).hasSize(2);
    }

    @Test
    void aResultThatIsGoneFromTheDiskIsSaid() throws Exception {
        shop.pacsGoesDown();
        shop.work().order(ORDER);
        shop.awaitDelivery(ORDER, DeliveryState.FAILED);
        Files.delete(shop.detail(ORDER).results().get(0).file());
        shop.pacsComesUp();

        shop.work().retry(ORDER.id());

        Workshop.await(
                "three more attempts",
                () -> shop.delivery(ORDER).state() == DeliveryState.FAILED
                        && shop.delivery(ORDER).message().contains("got no file there"));
        assertThat(shop.pacs().stored()).isEmpty();
    }

    @Test
    void whatWaitsAtAStopRunsAfterTheNextStart() {
        CountDownLatch busy = new CountDownLatch(1);
        shop.nextRun(Workshop.waitingFor(busy));
        shop.work().order(ORDER);
        shop.awaitState(ORDER, JobState.RUNNING);
        JobOrder waiting = Workshop.order("1.7", 5, "pacs");
        shop.work().order(waiting);
        busy.countDown();

        shop.restart();

        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);
        shop.awaitDelivery(waiting, DeliveryState.ACCEPTED);
        assertThat(shop.ran()).containsExactly(ORDER.series(), waiting.series());
    }

    @Test
    void whatWasRunningWhenTheNodeDiedRunsToItsEndOnce() {
        shop.diesWhileRunning(ORDER);

        shop.restart();

        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);
        assertThat(shop.job(ORDER).attempts()).isEqualTo(2);
        assertThat(shop.ran()).hasSize(1);
        assertThat(shop.pacs().stored()).hasSize(2);
    }

    @Test
    void aDatabaseThatFailsWhenAJobEndsDoesNotLoseIt() {
        shop.database().failsNext(FailingLedger.Call.END);
        shop.work().order(ORDER);
        Workshop.await("the job is stranded", () -> shop.database().failed() == 1);

        shop.takeUpStrandedUntil(DeliveryState.ACCEPTED, ORDER);

        assertThat(shop.pacs().stored()).hasSize(2);
    }

    @Test
    void aDatabaseThatFailsWhenAJobBeginsDoesNotLoseIt() {
        shop.database().failsNext(FailingLedger.Call.BEGIN);
        shop.work().order(ORDER);
        Workshop.await("the job is stranded", () -> shop.database().failed() == 1);

        shop.takeUpStrandedUntil(DeliveryState.ACCEPTED, ORDER);

        assertThat(shop.ran()).hasSize(1);
    }

    @Test
    void aDatabaseThatFailsWhenADeliveryEndsDoesNotLoseIt() {
        shop.database().failsNext(FailingLedger.Call.END_DELIVERY);
        shop.work().order(ORDER);
        Workshop.await("the delivery is stranded", () -> shop.database().failed() == 1);

        shop.takeUpStrandedUntil(DeliveryState.ACCEPTED, ORDER);

        assertThat(shop.ran()).hasSize(1);
        assertThat(shop.delivery(ORDER).attempts()).isEqualTo(2);
    }

    @Test
    void sameSeriesAndModelGiveTheSameResultsWhicheverAttemptMadeThem() {
        shop.nextRun(failing(TandemException.Kind.RETRY));
        shop.work().order(ORDER);
        shop.awaitState(ORDER, JobState.DONE);
        JobOrder later = new JobOrder(ORDER.series(), 2, Workshop.MODEL, ORDER.route());
        shop.work().order(later);
        shop.awaitState(later, JobState.DONE);

        assertThat(shop.detail(later).results())
                .extracting(ResultRecord::sopInstance)
                .containsExactlyElementsOf(shop.detail(ORDER).results().stream()
                        .map(ResultRecord::sopInstance)
                        .toList());
    }
}
