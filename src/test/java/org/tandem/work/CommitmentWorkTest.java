package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.Uid;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.CommitmentResult;
import org.tandem.net.SopReference;
import org.tandem.store.DatabaseOptions;

/** Deliveries to a PACS that has to commit to what it takes. */
class CommitmentWorkTest {

    private static final JobOrder ORDER = Workshop.order("1.2.3", 5, "pacs");
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private Workshop shop;

    @BeforeEach
    void open() {
        shop = new Workshop(folder, DatabaseOptions.h2File(folder.resolve("tandem")));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aDeliveryIsDoneWhenThePacsHasCommittedToAllOfIt() {
        shop.pacsHasToCommit(PATIENT, LONG);
        shop.work().order(ORDER);

        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);

        assertThat(shop.delivery(ORDER).message()).isEqualTo("committed to 2 objects");
        assertThat(shop.committer().asked()).hasSize(1);
        assertThat(shop.committer().asked().get(0).instances())
                .extracting(SopReference::sopInstance)
                .containsExactlyInAnyOrderElementsOf(shop.pacs().stored());
    }

    @Test
    void whatThePacsHasLostIsSentAgain() {
        shop.pacsHasToCommit(PATIENT, LONG);
        shop.committer().losesNext(1);
        shop.work().order(ORDER);

        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);

        assertThat(shop.delivery(ORDER).attempts()).isEqualTo(2);
        assertThat(shop.pacs().stored()).hasSize(4);
        assertThat(shop.committer().asked())
                .extracting(CommitmentRequest::transaction)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatThePacsLosesAgainAndAgainWaitsForAPersonWithTheReason() {
        shop.pacsHasToCommit(PATIENT, LONG);
        shop.committer().losesNext(3);
        shop.work().order(ORDER);

        shop.awaitDelivery(ORDER, DeliveryState.FAILED);
        assertThat(shop.delivery(ORDER).message()).contains("0112H NO_SUCH_OBJECT_INSTANCE");

        assertThat(shop.work().retry(ORDER.id())).isTrue();
        shop.awaitDelivery(ORDER, DeliveryState.ACCEPTED);
    }

    @Test
    void aReportThatComesAfterARestartEndsTheDelivery() {
        shop.committer().tellsNothing();
        shop.pacsHasToCommit(SHORT, LONG);
        shop.work().order(ORDER);
        shop.awaitDelivery(ORDER, DeliveryState.COMMITTING);
        Workshop.await("the PACS is asked", () -> !shop.committer().asked().isEmpty());

        shop.restart();

        CommitmentRequest request = shop.committer().asked().get(0);
        assertThat(shop.tell(new CommitmentResult(new Uid("2.25.5"), request.instances(), List.of())))
                .isFalse();
        assertThat(shop.tell(Committer.kept(request))).isTrue();
        assertThat(shop.delivery(ORDER).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(shop.tell(Committer.kept(request))).isFalse();
        assertThat(shop.pacs().stored()).hasSize(2);
    }

    @Test
    void aPacsThatNeverReportsIsSentAllAgainAndThenGivenUp() {
        shop.committer().tellsNothing();
        shop.pacsHasToCommit(SHORT, SHORT);
        shop.work().order(ORDER);

        shop.awaitDelivery(ORDER, DeliveryState.FAILED);

        assertThat(shop.delivery(ORDER).message()).contains("never committed to");
        assertThat(shop.committer().asked()).hasSize(3);
    }
}
