package org.tandem.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.net.DimseStatus;
import org.tandem.net.StoreOutcome;

/**
 * A crash is a copy of what lay on the disk while everything was open; a lost commit is an older copy of the database.
 */
@SuppressWarnings("NullAway.Init")
final class RecoveryTest {

    @TempDir
    Path folder;

    @TempDir
    Path afterCrash;

    private static void store(ReceivingNode node, int from, int to) {
        for (int n = from; n < to; n++) {
            assertThat(node.store(SampleObject.of(1, n))).isEqualTo(StoreOutcome.SUCCESS);
        }
    }

    /** As many at once as share what is forced, because one after the other waits for the disk 520 times. */
    private static void storeTogether(ReceivingNode node, int instances) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Callable<StoreOutcome>> stores = IntStream.range(0, instances)
                    .<Callable<StoreOutcome>>mapToObj(n -> () -> node.store(SampleObject.of(1, n)))
                    .toList();
            for (Future<StoreOutcome> outcome : threads.invokeAll(stores)) {
                assertThat(outcome.get()).isEqualTo(StoreOutcome.SUCCESS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int count(ReceivingNode node) {
        return node.ledger
                .find(SampleInstances.series(1))
                .orElseThrow()
                .arrivals()
                .instanceCount();
    }

    @Test
    void rowsThatTheDatabaseHasLostComeBackFromTheJournal() {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            store(node, 0, 5);
            node.database.checkpoint();
            node.copyDatabaseTo(afterCrash);
            store(node, 5, 12);
            node.store(SampleObject.of(1, 5).pixels(10, 9));
            node.copySpoolTo(afterCrash);
        }
        try (ReceivingNode node = ReceivingNode.in(afterCrash)) {
            assertThat(node.receiver.recovery()).isEqualTo(new RecoveryReport(0, 8, 0, 0, 0, 0));
            assertThat(node.index.count()).isEqualTo(12);
            assertThat(count(node)).isEqualTo(12);
            assertThat(node.index.conflicts(SampleObject.of(1, 5).uid())).hasSize(1);
        }
    }

    @Test
    void anOlderCopyOfTheDatabaseIsMadeWholeFromTheFiles() {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            store(node, 0, 5);
            node.database.checkpoint();
            node.copyDatabaseTo(afterCrash);
            store(node, 5, 9);
            node.store(SampleObject.of(1, 5).pixels(10, 9));
        }
        try (ReceivingNode node = ReceivingNode.in(folder)) { // a clean stop and start: the journal is empty now
            assertThat(node.receiver.recovery().nothingToDo()).isTrue();
        }
        copyFolder(folder.resolve("spool"), afterCrash.resolve("spool"));
        try (ReceivingNode node = ReceivingNode.in(afterCrash)) {
            assertThat(node.receiver.recovery()).isEqualTo(new RecoveryReport(0, 0, 5, 0, 0, 0));
            assertThat(node.index.count()).isEqualTo(9);
            assertThat(count(node)).isEqualTo(9);
            store(node, 0, 9);
            assertThat(node.receiver.counters().duplicates()).isEqualTo(9);
            assertThat(node.store(SampleObject.of(1, 5).pixels(10, 9)).status())
                    .isEqualTo(DimseStatus.COERCION_OF_DATA_ELEMENTS);
            assertThat(node.files("conflicts")).hasSize(1);
        }
    }

    private static void copyFolder(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anEmptyDatabaseIsMadeAgainFromTheSpool() throws Exception {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            storeTogether(node, 520); // more than one batch
            node.copySpoolTo(afterCrash);
        }
        try (ReceivingNode node = ReceivingNode.in(afterCrash)) {
            assertThat(node.index.count()).isEqualTo(520);
            assertThat(count(node)).isEqualTo(520);
        }
    }

    @Test
    void aFileThatIsGoneIsMarkedLostAndTakenAgainWhenSentAgain() throws IOException {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            store(node, 0, 3);
            node.database.checkpoint();
            node.copyTo(afterCrash);
        }
        Path gone = removeFile(1);
        try (ReceivingNode node = ReceivingNode.in(afterCrash)) {
            assertThat(node.receiver.recovery()).isEqualTo(new RecoveryReport(0, 0, 0, 0, 1, 0));
            assertThat(node.index.ofSeries(SampleInstances.series(1))).hasSize(2);
            store(node, 0, 3);
            assertThat(node.index.ofSeries(SampleInstances.series(1))).hasSize(3);
            assertThat(gone).exists();
            assertThat(count(node)).isEqualTo(3);
        }
    }

    @Test
    void aFileThatComesBackIsNoLongerLost() throws IOException {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            store(node, 0, 3);
            node.index.markLost(List.of(SampleObject.of(1, 1).uid()));
            node.database.checkpoint();
            node.copyTo(afterCrash);
        }
        try (ReceivingNode node = ReceivingNode.in(afterCrash)) {
            assertThat(node.receiver.recovery()).isEqualTo(new RecoveryReport(0, 0, 0, 1, 0, 0));
            assertThat(node.index.ofSeries(SampleInstances.series(1))).hasSize(3);
        }
    }

    @Test
    void anInstanceOfWhichOnlyTheJournalIsLeftIsReportedAsLost() throws IOException {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            node.database.checkpoint();
            node.copyDatabaseTo(afterCrash);
            store(node, 0, 3);
            node.copySpoolTo(afterCrash);
        }
        removeFile(1);
        try (ReceivingNode node = ReceivingNode.in(afterCrash)) {
            assertThat(node.receiver.recovery()).isEqualTo(new RecoveryReport(0, 2, 0, 0, 1, 0));
            store(node, 1, 2);
            assertThat(count(node)).isEqualTo(3);
        }
    }

    @Test
    void anInstanceThatWasBeingFiledAtTheCrashWasNotPromisedAndIsTakenWhenSentAgain() throws IOException {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            node.database.checkpoint();
            node.copyDatabaseTo(afterCrash);
            store(node, 0, 3);
            node.copySpoolTo(afterCrash);
        }
        removeFile(2); // noted in the journal, not yet in place
        try (ReceivingNode node = ReceivingNode.in(afterCrash)) {
            assertThat(node.receiver.recovery()).isEqualTo(new RecoveryReport(0, 2, 0, 0, 0, 0));
            store(node, 2, 3);
            assertThat(count(node)).isEqualTo(3);
        }
    }

    private Path removeFile(int n) throws IOException {
        try (var files = Files.walk(afterCrash.resolve("spool/instances"))) {
            Path gone = files.filter(f -> f.toString().endsWith(".1." + n + ".dcm"))
                    .findFirst()
                    .orElseThrow();
            Files.delete(gone);
            return gone;
        }
    }

    @Test
    void aFileThatVanishesWhileTheNodeRunsIsTakenAgainWhenSentAgain() throws IOException {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            store(node, 0, 1);
            Files.delete(node.files("instances").get(0));
            store(node, 0, 1);
            assertThat(node.files("instances")).hasSize(1);
        }
    }

    @Test
    void partsOfInterruptedObjectsAreRemoved() throws IOException {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            store(node, 0, 1);
            node.copyTo(afterCrash);
        }
        Files.writeString(afterCrash.resolve("spool/incoming/77.part"), "half an object");
        try (ReceivingNode node = ReceivingNode.in(afterCrash)) {
            assertThat(node.receiver.recovery().partsRemoved()).isEqualTo(1);
            assertThat(node.files("incoming")).isEmpty();
            store(node, 1, 2);
        }
    }

    @Test
    void aFileOfAGroupThatWasNeverAnsweredIsIndexed() {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            node.copyDatabaseTo(afterCrash);
            store(node, 0, 2);
            node.copySpoolTo(afterCrash);
        }
        assertThat(afterCrash.resolve("spool/journal/journal").toFile().delete())
                .isTrue();
        try (ReceivingNode node = ReceivingNode.in(afterCrash)) {
            assertThat(node.receiver.recovery().reindexed()).isEqualTo(2);
            assertThat(count(node)).isEqualTo(2);
        }
    }

    @Test
    void theJournalIsEmptiedAfterACheckpointOnceItIsLarge() throws IOException {
        IngestOptions small =
                IngestOptions.of(folder.resolve("spool")).withReserveBytes(0).withJournalBytes(2000);
        try (ReceivingNode node = ReceivingNode.in(folder, small)) {
            store(node, 0, 40);
            assertThat(Files.size(node.spool().resolve("journal/journal"))).isLessThan(3000);
            assertThat(node.index.lastCheckpoint()).isGreaterThan(3);
        }
    }

    @Test
    void aSpoolHasOneNode() {
        try (ReceivingNode node = ReceivingNode.in(folder)) {
            IngestOptions options = node.options;
            assertThatThrownBy(() -> Spool.open(options))
                    .isInstanceOf(SpoolException.class)
                    .hasMessageContaining("in use by another node");
        }
    }
}
