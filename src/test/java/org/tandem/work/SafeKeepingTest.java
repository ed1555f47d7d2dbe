package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;
import org.tandem.net.AssociationInfo;
import org.tandem.net.CommitmentFailure;
import org.tandem.net.CommitmentFailure.Reason;
import org.tandem.net.CommitmentHandler;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.CommitmentResult;
import org.tandem.net.DimseStatus;
import org.tandem.net.SopReference;
import org.tandem.net.StoreOutcome;
import org.tandem.store.DatabaseOptions;

/** A peer that asks us to commit to what it sent, and is told, whatever happens in between. */
class SafeKeepingTest {

    private static final SopReference KEPT = new SopReference(SopClasses.CT_IMAGE_STORAGE, new Uid("2.25.1"));
    private static final SopReference LOST = new SopReference(SopClasses.CT_IMAGE_STORAGE, new Uid("2.25.2"));
    private static final CommitmentRequest REQUEST = new CommitmentRequest(new Uid("2.25.77"), List.of(KEPT, LOST));
    private static final CommitmentResult RESULT = new CommitmentResult(
            REQUEST.transaction(), List.of(KEPT), List.of(new CommitmentFailure(LOST, Reason.NO_SUCH_OBJECT_INSTANCE)));
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration LATE = Duration.ofHours(1);
    private static final RetryPolicy STUBBORN = new RetryPolicy(1000, Duration.ofMillis(50), Duration.ofMillis(50));

    @TempDir
    private Path folder;

    private Workshop shop;

    @BeforeEach
    void open() {
        shop = new Workshop(folder, DatabaseOptions.h2File(folder.resolve("tandem")));
        shop.shelf().keeps(KEPT.sopInstance());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aPeerThatHasGoneIsToldOverAnAssociationOfOurs() {
        shop.pacsHasToCommit(SOON, LATE);

        assertThat(asks(REQUEST)).isEqualTo(StoreOutcome.SUCCESS);

        awaitTold(1);
        assertThat(shop.committer().told()).containsExactly(RESULT);
    }

    @Test
    void aPeerThatWaitsIsToldOverItsOwnAssociationAndNotOnceMore() {
        shop.pacsHasToCommit(LATE, LATE);
        CommitmentHandler commitments = shop.work().commitments();

        asks(REQUEST);
        assertThat(commitments.resultFor(REQUEST.transaction(), Workshop.fromPacs()))
                .contains(RESULT);
        commitments.reported(REQUEST.transaction(), Workshop.fromPacs());

        assertThat(commitments.resultFor(REQUEST.transaction(), Workshop.fromPacs()))
                .isEmpty();
        shop.restart();
        assertThat(shop.committer().told()).isEmpty();
    }

    @Test
    void whatWasPromisedBeforeARestartIsToldAfterIt() {
        shop.pacsHasToCommit(LATE, LATE);
        asks(REQUEST);
        assertThat(shop.committer().told()).isEmpty();

        shop.pacsHasToCommit(SOON, LATE);
        asks(REQUEST); // as a peer does that has lost our answer

        awaitTold(1);
        assertThat(shop.committer().told()).containsExactly(RESULT);
    }

    @Test
    void aPeerThatCannotBeReachedIsToldWhenItIsBack() {
        shop.pacsHasToCommit(SOON, LATE);
        shop.restart(STUBBORN);
        shop.pacsGoesDown();
        asks(REQUEST);
        shop.restart(STUBBORN);

        shop.pacsComesUp();

        awaitTold(1);
        assertThat(shop.committer().told()).containsExactly(RESULT);
    }

    @Test
    void aPeerThatNeverTakesItsReportIsGivenUpAndMayAskAgain() {
        shop.pacsHasToCommit(SOON, LATE);
        shop.committer().answers(new StoreOutcome(DimseStatus.PROCESSING_FAILURE, ""));
        asks(REQUEST);
        awaitTold(3);
        CommitmentHandler commitments = shop.work().commitments();
        Workshop.await("the report is given up", () -> commitments
                .resultFor(REQUEST.transaction(), Workshop.fromPacs())
                .isEmpty());

        shop.committer().answers(StoreOutcome.SUCCESS);
        assertThat(asks(REQUEST)).isEqualTo(StoreOutcome.SUCCESS);
        awaitTold(4);
    }

    @Test
    void aTransactionCannotBeTakenForAnother() {
        shop.pacsHasToCommit(LATE, LATE);
        asks(REQUEST);

        assertThat(asks(new CommitmentRequest(REQUEST.transaction(), List.of(LOST)))
                        .status())
                .isEqualTo(DimseStatus.PROCESSING_FAILURE);
    }

    @Test
    void whoIsNotNamedIsRefused() {
        shop.pacsHasToCommit(SOON, LATE);
        AssociationInfo stranger = new AssociationInfo(1, new AeTitle("STRANGER"), new AeTitle("TANDEM"), "127.0.0.1");

        assertThat(shop.work().commitments().asked(REQUEST, stranger).status())
                .isEqualTo(DimseStatus.SOP_CLASS_NOT_SUPPORTED);
    }

    private StoreOutcome asks(CommitmentRequest request) {
        return shop.work().commitments().asked(request, Workshop.fromPacs());
    }

    private void awaitTold(int times) {
        Workshop.await("told " + times, () -> shop.committer().told().size() >= times);
    }
}
