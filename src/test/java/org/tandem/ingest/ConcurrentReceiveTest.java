package org.tandem.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.net.DimseStatus;
import org.tandem.net.StoreOutcome;

@SuppressWarnings("NullAway.Init")
final class ConcurrentReceiveTest {

    private static final int THREADS = 8;

    @TempDir
    Path folder;

    private ReceivingNode node;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @BeforeEach
    void open() {
        node = ReceivingNode.in(folder);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        node.close();
    }

    private List<StoreOutcome> storeAll(List<SampleObject> objects) throws Exception {
        List<Callable<StoreOutcome>> calls = new ArrayList<>();
        objects.forEach(object -> calls.add(() -> node.store(object)));
        List<StoreOutcome> outcomes = new ArrayList<>();
        for (Future<StoreOutcome> future : threads.invokeAll(calls)) {
            outcomes.add(future.get());
        }
        return outcomes;
    }

    @Test
    void aThousandInstancesByEightThreadsAreAllIndexedAfterSuccess() throws Exception {
        List<SampleObject> objects = new ArrayList<>();
        for (int n = 0; n < 1000; n++) {
            objects.add(SampleObject.of(n % 5, n));
        }

        assertThat(storeAll(objects)).containsOnly(StoreOutcome.SUCCESS);
        assertThat(node.index.find(objects.stream().map(SampleObject::uid).toList()))
                .hasSize(1000);
        assertThat(node.files("instances")).hasSize(1000);
        assertThat(node.files("incoming")).isEmpty();
        for (int s = 0; s < 5; s++) {
            assertThat(node.ledger
                            .find(SampleInstances.series(s))
                            .orElseThrow()
                            .arrivals()
                            .instanceCount())
                    .isEqualTo(200);
        }
        assertThat(node.receiver.counters().groups()).isLessThan(1000);
    }

    @Test
    void oneInstanceFromEightThreadsIsStoredOnceAndAnsweredEightTimes() throws Exception {
        List<SampleObject> same = new ArrayList<>();
        for (int n = 0; n < 80; n++) {
            same.add(SampleObject.of(1, 1));
        }

        assertThat(storeAll(same)).containsOnly(StoreOutcome.SUCCESS);
        assertThat(node.index.count()).isOne();
        assertThat(node.files("instances")).hasSize(1);
        assertThat(node.receiver.counters().duplicates()).isEqualTo(79);
    }

    @Test
    void ofTwoContentsOfOneUidOneIsStoredAndOneKeptAside() throws Exception {
        List<SampleObject> mixed = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            mixed.add(SampleObject.of(1, 1).pixels(64, n % 2));
        }

        List<StoreOutcome> outcomes = storeAll(mixed);
        assertThat(outcomes)
                .extracting(StoreOutcome::status)
                .containsOnly(DimseStatus.SUCCESS, DimseStatus.COERCION_OF_DATA_ELEMENTS);
        assertThat(outcomes.stream().filter(StoreOutcome.SUCCESS::equals)).hasSize(20);
        assertThat(node.files("instances")).hasSize(1);
        assertThat(node.files("conflicts")).hasSize(1);
    }
}
