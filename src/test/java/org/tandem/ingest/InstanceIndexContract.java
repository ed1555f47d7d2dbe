package org.tandem.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.ingest.SampleInstances.digest;
import static org.tandem.ingest.SampleInstances.instance;
import static org.tandem.ingest.SampleInstances.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;

/** What every index of instances must do. */
public interface InstanceIndexContract {

    /** An empty index. */
    InstanceIndex index();

    private static Uid uid(ReceivedInstance instance) {
        return instance.identity().sopInstance();
    }

    private static IndexChange stored(ReceivedInstance... instances) {
        return new IndexChange(List.of(instances), List.of(), List.of());
    }

    @Test
    default void whatIsWrittenIsFoundAgain() throws IOException {
        InstanceIndex index = index();
        ReceivedInstance first = instance(1, 1);
        ReceivedInstance second = instance(1, 2);
        index.write(stored(first, second), () -> {});

        assertThat(index.find(List.of(uid(first), uid(second), new Uid("9.9.9"))))
                .containsOnlyKeys(uid(first), uid(second))
                .containsEntry(
                        uid(first),
                        new IndexedInstance(
                                uid(first), digest("content 1"), first.content().path(), false));
        assertThat(index.count()).isEqualTo(2);
        assertThat(index.find(List.of())).isEmpty();
    }

    @Test
    default void fourHundredInstancesAreFoundAtOnce() throws IOException {
        InstanceIndex index = index();
        List<ReceivedInstance> many = new ArrayList<>();
        for (int n = 0; n < 400; n++) {
            many.add(instance(1, n));
        }
        index.write(new IndexChange(many, List.of(), List.of()), () -> {});

        assertThat(index.find(many.stream().map(InstanceIndexContract::uid).toList()))
                .hasSize(400);
    }

    @Test
    default void aStepThatFailsLeavesNoRow() {
        InstanceIndex index = index();

        assertThatThrownBy(() -> index.write(stored(instance(1, 1)), () -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(index.count()).isZero();
    }

    @Test
    default void aSecondRowOfOneInstanceIsRefusedAndNothingOfItsGroupIsWritten() throws IOException {
        InstanceIndex index = index();
        index.write(stored(instance(1, 1)), () -> {});

        assertThatThrownBy(() -> index.write(stored(instance(1, 2), instance(1, 1)), () -> {}))
                .isInstanceOf(TandemException.class);
        assertThat(index.count()).isEqualTo(1);
    }

    @Test
    default void rowsAreNotSeenByOthersBeforeTheStepHasRun() throws IOException {
        InstanceIndex index = index();
        List<Long> seen = new ArrayList<>();
        index.write(stored(instance(1, 1)), () -> {
            Thread other = new Thread(() -> seen.add(index.count()));
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });

        assertThat(seen).containsExactly(0L);
    }

    @Test
    default void conflictsAreKnownByTheirContent() throws IOException {
        InstanceIndex index = index();
        ReceivedInstance first = instance(1, 1);
        ReceivedInstance other = instance(1, 1, "other", SampleInstances.NOON);
        index.write(stored(first), () -> {});
        index.write(new IndexChange(List.of(), List.of(other), List.of()), () -> {});

        assertThat(index.conflicts(uid(first))).containsExactly(digest("other"));
        assertThat(index.conflicts(new Uid("9.9.9"))).isEmpty();
        assertThat(index.find(List.of(uid(first))).values())
                .extracting(IndexedInstance::digest)
                .containsExactly(digest("content 1"));
    }

    @Test
    default void pagesGoThroughAllInstancesOnce() throws IOException {
        InstanceIndex index = index();
        for (int n = 0; n < 7; n++) {
            index.write(stored(instance(1, n)), () -> {});
        }
        List<Uid> seen = new ArrayList<>();
        List<IndexedInstance> page = index.page(Optional.empty(), 3);
        while (!page.isEmpty()) {
            page.forEach(row -> seen.add(row.sopInstance()));
            page = index.page(Optional.of(seen.get(seen.size() - 1)), 3);
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
    }

    @Test
    default void aLostInstanceIsNotOfItsSeriesUntilItIsRestored() throws IOException {
        InstanceIndex index = index();
        ReceivedInstance first = instance(1, 1);
        index.write(stored(first, instance(1, 2), instance(2, 3)), () -> {});
        index.markLost(List.of(uid(first)));

        assertThat(index.ofSeries(series(1)))
                .extracting(IndexedInstance::sopInstance)
                .containsExactly(uid(instance(1, 2)));
        assertThat(index.find(List.of(uid(first))).values())
                .extracting(IndexedInstance::lost)
                .containsExactly(true);

        index.write(new IndexChange(List.of(), List.of(), List.of(uid(first))), () -> {});
        assertThat(index.ofSeries(series(1))).hasSize(2);
    }

    @Test
    default void checkpointsAreNumbered() {
        InstanceIndex index = index();
        assertThat(index.lastCheckpoint()).isZero();
        assertThat(index.checkpoint()).isEqualTo(1);
        assertThat(index.checkpoint()).isEqualTo(2);
        assertThat(index.lastCheckpoint()).isEqualTo(2);
    }
}
