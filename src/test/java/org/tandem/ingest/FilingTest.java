package org.tandem.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.ingest.SampleInstances.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.net.AssociationInfo;
import org.tandem.store.Database;
import org.tandem.store.DatabaseOptions;
import org.tandem.store.JdbcInstanceIndex;

/** What is filed while its file is still being forced, on a real spool and a real H2 file. */
@SuppressWarnings("NullAway.Init")
final class FilingTest {

    private static final CompletableFuture<Void> ON_THE_DISK = CompletableFuture.completedFuture(null);

    @TempDir
    private Path folder;

    private final CountDownLatch rowsWritten = new CountDownLatch(1);
    private Database database;
    private InstanceIndex index;
    private Spool spool;
    private Journal journal;
    private Filing filing;

    @BeforeEach
    void open() throws IOException {
        IngestOptions options = IngestOptions.of(folder.resolve("spool")).withReserveBytes(0);
        database = Database.open(DatabaseOptions.h2File(folder.resolve("db")));
        index = new JdbcInstanceIndex(database);
        spool = Spool.open(options);
        journal = Journal.open(spool.journalFile());
        filing = new Filing(new IngestParts(options, spool, journal, index, new ArrivalListener() {
            @Override
            public void instancesStored(List<ReceivedInstance> instances) {
                rowsWritten.countDown();
            }

            @Override
            public void associationEnded(AssociationInfo association, boolean released) {}
        }));
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
        spool.close();
        database.close();
    }

    @Test
    void nothingIsPromisedBeforeTheFileIsOnTheDiskThoughItsRowsAreWrittenMeanwhile() throws Exception {
        CompletableFuture<Void> forced = new CompletableFuture<>();
        Candidate candidate = candidate(1, forced);
        CompletableFuture<List<Filed>> filed = CompletableFuture.supplyAsync(() -> filing.file(List.of(candidate)));

        assertThat(rowsWritten.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(filed).isNotDone();
        assertThat(isIndexed(candidate)).isFalse();
        assertThat(candidate.part()).exists();
        assertThat(target(candidate)).doesNotExist();

        forced.complete(null);
        assertThat(filed.get(60, TimeUnit.SECONDS)).containsExactly(Filed.STORED);
        assertThat(isIndexed(candidate)).isTrue();
        assertThat(target(candidate)).exists();
    }

    @Test
    void anObjectThatCannotBeForcedIsRefusedAndTheOthersOfItsGroupAreStored() throws IOException {
        Candidate good = candidate(1, ON_THE_DISK);
        Candidate bad = candidate(
                2, CompletableFuture.failedFuture(new SpoolException("Part cannot be forced: IOException disk")));
        Candidate alsoGood = candidate(3, ON_THE_DISK);

        assertThat(filing.file(List.of(good, bad, alsoGood)))
                .containsExactly(Filed.STORED, Filed.UNAVAILABLE, Filed.STORED);
        assertThat(isIndexed(good)).isTrue();
        assertThat(isIndexed(bad)).isFalse();
        assertThat(target(bad)).doesNotExist();
        assertThat(isIndexed(alsoGood)).isTrue();
        assertThat(noted())
                .containsExactly(good.instance().identity(), alsoGood.instance().identity());
    }

    private Candidate candidate(int number, CompletableFuture<Void> forced) throws IOException {
        Path part = spool.newPart();
        Files.writeString(part, "content " + number);
        return new Candidate(part, forced, instance(1, number));
    }

    private List<InstanceIdentity> noted() throws IOException {
        List<InstanceIdentity> noted = new ArrayList<>();
        journal.forEach(
                group -> group.forEach(entry -> noted.add(entry.instance().identity())));
        return noted;
    }

    private boolean isIndexed(Candidate candidate) {
        return !index.find(List.of(candidate.instance().identity().sopInstance()))
                .isEmpty();
    }

    private Path target(Candidate candidate) {
        return spool.resolve(candidate.instance().content().path());
    }
}
