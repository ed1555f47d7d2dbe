package org.tandem.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.tandem.dicom.Uid;
import org.tandem.drift.DriftWatch;
import org.tandem.history.History;
import org.tandem.inference.ModelCache;
import org.tandem.inference.network.Network;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.ModelName;
import org.tandem.model.ModelStore;
import org.tandem.net.AeTitle;
import org.tandem.net.AssociationInfo;
import org.tandem.net.CommitmentResult;
import org.tandem.net.ListenAddress;
import org.tandem.net.OutsideProgram;
import org.tandem.net.Peer;
import org.tandem.net.ScpOptions;
import org.tandem.net.ScuOptions;
import org.tandem.net.StorageScp;
import org.tandem.net.StoreHandler;
import org.tandem.net.StoreOutcome;
import org.tandem.net.StoreRequest;
import org.tandem.result.iod.DeviceIdentity;
import org.tandem.series.SeriesLedger;
import org.tandem.store.Database;
import org.tandem.store.DatabaseOptions;
import org.tandem.store.JdbcCommitmentLedger;
import org.tandem.store.JdbcDriftLedger;
import org.tandem.store.JdbcHistoryLedger;
import org.tandem.store.JdbcSeriesLedger;
import org.tandem.store.JdbcWorkLedger;

/**
 * Work as in a node: a database, Quartz, models from a folder, a PACS on a port. Only the network is played: each run
 * takes the next of what it is told to do, and marks what is bright once it is told nothing any more.
 */
final class Workshop implements AutoCloseable {

    static final ModelName MODEL = new ModelName("threshold", "1.0.0");

    /** Waits an hour before the second attempt: longer than any test. */
    static final RetryPolicy PATIENT = new RetryPolicy(3, Duration.ofHours(1), Duration.ofHours(1));

    private static final RetryPolicy USUAL = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    static final Path BALL = Path.of("test-dicom", "ct-sphere");
    private static final Path MODELS = Path.of("src", "test", "resources", "models");

    private final Path folder;
    private final DatabaseOptions options;
    private final Queue<Runnable> networkRuns = new ConcurrentLinkedQueue<>();
    private final List<Uid> ran = new CopyOnWriteArrayList<>();
    private final Pacs pacs = new Pacs();
    private final FailingLedger failing = new FailingLedger();
    private final int port;
    private final Committer committer = new Committer();
    private final Shelf shelf = new Shelf();
    private Commitment commitment = Commitment.NONE;
    private DestinationTerms terms = DestinationTerms.USUAL;
    private volatile Path series = BALL;

    private SeriesFiles files = (uid, revision) -> {
        ran.add(uid);
        return dicomFiles(series);
    };

    private Path modelFolder = MODELS;
    private StorageScp scp;
    private Database database;
    private ModelCache models;
    private Work work;

    /** Answers each C-STORE with the next of the outcomes it is told, and with Success after them. */
    static final class Pacs implements StoreHandler {
        private final Queue<StoreOutcome> outcomes = new ArrayDeque<>();
        private final List<Uid> stored = new CopyOnWriteArrayList<>();

        synchronized void answerNext(StoreOutcome outcome) {
            outcomes.add(outcome);
        }

        List<Uid> stored() {
            return stored;
        }

        @Override
        public synchronized StoreOutcome store(StoreRequest request, InputStream dataSet) throws IOException {
            dataSet.transferTo(OutputStream.nullOutputStream());
            StoreOutcome outcome = outcomes.isEmpty() ? StoreOutcome.SUCCESS : outcomes.remove();
            if (outcome.equals(StoreOutcome.SUCCESS)) {
                stored.add(request.sopInstance());
            }
            return outcome;
        }
    }

    Workshop(Path folder, DatabaseOptions options) {
        this.folder = folder;
        this.options = options;
        this.port = freePort();
        this.scp = listen(port);
        open(USUAL);
    }

    /** One that connections of others never get while the PACS is down. */
    private static int freePort() {
        try {
            return OutsideProgram.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StorageScp listen(int onPort) {
        ScpOptions options = ScpOptions.of(new AeTitle("PACS"), onPort);
        ListenAddress loopback = options.listen().withHost("127.0.0.1");
        return StorageScp.start(options.withListen(loopback), pacs, association -> true, committer);
    }

    private void open(RetryPolicy retry) {
        database = Database.open(options);
        models = new ModelCache(model -> new PlayedNetwork(), 2);
        Clock clock = Clock.systemUTC();
        DeviceIdentity device = new DeviceIdentity("Tandem", "test", "1", "0");
        work = Work.start(
                failing.over(new JdbcWorkLedger(database.transactions())),
                new QuartzStore(database.dataSource(), "workshop", false),
                new WorkOptions(1, 1, new WorkOptions.Retries(retry, retry), clock),
                new WorkTools(
                        files,
                        new ModelStore(modelFolder),
                        new SeriesProcessor(models, device, clock),
                        new Outbox(folder.resolve("results")),
                        new Destinations(
                                        Map.of("pacs", new Peer(new AeTitle("PACS"), "127.0.0.1", port)),
                                        ScuOptions.of(new AeTitle("TANDEM")),
                                        commitment)
                                .sending(Map.of("pacs", terms)),
                        new Keeping(new JdbcCommitmentLedger(database.transactions()), shelf),
                        new History(new JdbcHistoryLedger(database.transactions()), clock),
                        new DriftWatch(
                                new JdbcDriftLedger(database.transactions()), new ModelStore(modelFolder), clock)));
    }

    private static List<Path> dicomFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dcm")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class PlayedNetwork implements Network {
        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs) {
            Runnable told = networkRuns.poll();
            if (told != null) {
                told.run();
            }
            return Map.of("prob", inputs.values().iterator().next());
        }

        @Override
        public void close() {}
    }

    /** What the next runs of the network do first: throw, or wait. */
    void nextRun(Runnable told) {
        networkRuns.add(told);
    }

    /** A run that waits until the latch is open. */
    static Runnable waitingFor(CountDownLatch latch) {
        return () -> {
            try {
                if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Nobody has opened the latch");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    static JobOrder order(String series, int priority, String... destinations) {
        return new JobOrder(
                new Uid(series), 1, MODEL, new JobOrder.RouteTaken("test", priority, List.of(destinations)));
    }

    Work work() {
        return work;
    }

    Pacs pacs() {
        return pacs;
    }

    /** Series in the order in which their files were asked for. */
    List<Uid> ran() {
        return ran;
    }

    /** From now on the PACS has to commit; it is given this long over the same association, and in all. */
    void pacsHasToCommit(Duration overSameAssociation, Duration patience) {
        commitment = new Commitment(Set.of("pacs"), Set.of("pacs"), overSameAssociation, patience);
        restart();
    }

    /** From now on the PACS is sent something else than usual. */
    void pacsIsSent(DestinationTerms value) {
        terms = value;
        restart();
    }

    Shelf shelf() {
        return shelf;
    }

    Committer committer() {
        return committer;
    }

    void pacsGoesDown() {
        scp.close();
    }

    void pacsComesUp() {
        scp = listen(port);
    }

    /** Stops the work and starts it on the same database. */
    void restart() {
        restart(USUAL);
    }

    void restart(RetryPolicy retry) {
        stop();
        open(retry);
    }

    /** What a destination reports. Answers whether anything waited for it. */
    boolean tell(CommitmentResult result) {
        return work.commitments().told(result, fromPacs()).equals(StoreOutcome.SUCCESS);
    }

    static AssociationInfo fromPacs() {
        return new AssociationInfo(1, new AeTitle("PACS"), new AeTitle("TANDEM"), "127.0.0.1");
    }

    /** What is in the database when a node dies that has just begun to run the job. */
    void diesWhileRunning(JobOrder order) {
        Clock clock = Clock.systemUTC();
        work.ledger().add(order, clock.instant());
        work.ledger().begin(order.id(), clock.instant());
    }

    SeriesLedger seriesLedger() {
        return new JdbcSeriesLedger(database.transactions());
    }

    static List<Path> ball() {
        return dicomFiles(BALL);
    }

    /** Where the files of every series lie from now on. */
    void seriesLiesIn(Path place) {
        series = place;
    }

    /** Where the files of each series lie from now on. */
    void filesAre(SeriesFiles value) {
        files = value;
        restart();
    }

    /** Where models lie from now on. */
    void modelsLieIn(Path place) {
        modelFolder = place;
        restart();
    }

    /** The database, where it fails. */
    FailingLedger database() {
        return failing;
    }

    /** As the clock of a node does it, again and again. */
    void takeUpStrandedUntil(DeliveryState state, JobOrder order) {
        await("delivery " + state, () -> {
            work.takeUpStranded();
            return !detail(order).deliveries().isEmpty() && delivery(order).state() == state;
        });
    }

    boolean hasDelivery(JobOrder order, DeliveryState state, int attempts) {
        return !detail(order).deliveries().isEmpty()
                && delivery(order).state() == state
                && delivery(order).attempts() >= attempts;
    }

    JobRecord job(JobOrder order) {
        return detail(order).job();
    }

    JobRecord.Detail detail(JobOrder order) {
        return work.ledger().find(order.id()).orElseThrow();
    }

    DeliveryRecord delivery(JobOrder order) {
        return detail(order).deliveries().get(0);
    }

    void awaitState(JobOrder order, JobState state) {
        await("job " + state, () -> job(order).state() == state);
    }

    void awaitDelivery(JobOrder order, DeliveryState state) {
        await(
                "delivery " + state,
                () -> !detail(order).deliveries().isEmpty() && delivery(order).state() == state);
    }

    static void await(String what, Supplier<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(condition::get);
    }

    private void stop() {
        work.close();
        models.close();
        database.close();
    }

    @Override
    public void close() {
        stop();
        scp.close();
    }
}
