package org.tandem.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.tandem.dicom.TandemException;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.ScpOptions;
import org.tandem.net.ScuOptions;
import org.tandem.net.StorageScp;
import org.tandem.result.iod.ResultKind;
import org.tandem.work.JobRecord;
import org.tandem.work.JobState;
import org.tandem.work.WorkLedger;

/**
 * Real series, all the way: a node on free ports with a database of its own, and a receiver that plays the PACS. What
 * is told is told of what came back over the network.
 */
final class Demo implements AutoCloseable {

    private static final String MARK = "made-by-tandem-demo.txt";
    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static final Duration QUIET_PERIOD = Duration.ofSeconds(2);

    private final Closing closing;
    private final Site site;
    private final ReceivingFolder pacs;
    private final Node node;

    /**
     * Where the demo takes place.
     *
     * @param home of models and test-dicom
     * @param out for what comes back
     */
    record Site(Path home, Path out, List<DemoCase> cases) {
        Path series(DemoCase demo) {
            return home.resolve(demo.folder());
        }
    }

    /** What happened; seconds count from the first object sent. */
    record Story(int objectsSent, double sendSeconds, double seconds, List<Told> cases, String statusPage) {
        boolean complete() {
            return cases.stream()
                    .allMatch(told -> told.job().isPresent() && told.report().isPresent());
        }
    }

    /**
     * What became of a series.
     *
     * @param orderedSeconds until it was complete
     * @param job its job, if it is done
     * @param received the results that came back
     */
    record Told(DemoCase demo, double orderedSeconds, Optional<JobRecord.Detail> job, List<ReceivedResult> received) {

        Optional<Path> report() {
            return file(ResultKind.STRUCTURED_REPORT);
        }

        /** The first result of a kind. */
        Optional<Path> file(ResultKind kind) {
            return received.stream()
                    .filter(result -> result.kind() == kind)
                    .map(ReceivedResult::file)
                    .findFirst();
        }

        double inferSeconds() {
            return job.map(Told::ran).orElse(0.0);
        }

        private static double ran(JobRecord.Detail detail) {
            JobRecord.Times times = detail.job().times();
            return seconds(times.begun().orElseThrow(), times.ended().orElseThrow());
        }
    }

    /** A result that came back. */
    record ReceivedResult(ResultKind kind, Path file) {}

    private Demo(Closing closing, Site site, ReceivingFolder pacs, Node node) {
        this.closing = closing;
        this.site = site;
        this.pacs = pacs;
        this.node = node;
    }

    /** Starts receiver and node; what an earlier demo left in the folder is removed. */
    static Demo start(Site site, Optional<Peer> alsoTo) throws IOException {
        Closing closing = new Closing();
        try {
            makeEmpty(site.out());
            ReceivingFolder pacs = new ReceivingFolder(site.out().resolve("received"));
            ScpOptions options = ScpOptions.of(new AeTitle("PACS"), 0);
            StorageScp scp = closing.add(
                    "receiver",
                    StorageScp.start(options.withListen(options.listen().withHost("127.0.0.1")), pacs));
            Map<String, Peer> destinations = new LinkedHashMap<>();
            destinations.put("pacs", new Peer(new AeTitle("PACS"), "127.0.0.1", scp.port()));
            alsoTo.ifPresent(peer -> destinations.put("other", peer));
            Node node = closing.add("node", Node.start(configuration(site, destinations)));
            return new Demo(closing, site, pacs, node);
        } catch (RuntimeException | IOException e) {
            closing.close();
            throw e;
        }
    }

    /** Only what an earlier demo left is removed; a folder with anything else in it is refused. */
    private static void makeEmpty(Path out) throws IOException {
        Path mark = out.resolve(MARK);
        if (Files.isDirectory(out) && !Files.exists(mark) && !Folders.isEmpty(out)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Folder " + out + ": got other files in it, expected an empty folder or that of an earlier demo");
        }
        Folders.delete(out);
        Files.createDirectories(out);
        Files.writeString(mark, "Whatever is in this folder is deleted by the next tandem demo.\n");
    }

    /** Sends the series and waits for what comes back. */
    Story run(PrintWriter console) throws IOException, InterruptedException {
        List<Path> images = images();
        Instant start = Instant.now();
        List<Sending.Answer> answers = send(images, new Progress(console, "sending", images.size()));
        Instant sent = Instant.now();
        await(this::settled);
        Instant end = Instant.now();
        return new Story(
                (int) answers.stream().filter(Sending.Answer::stored).count(),
                seconds(start, sent),
                seconds(start, end),
                site.cases().stream().map(demo -> told(demo, start)).toList(),
                "http://127.0.0.1:" + node.webPort() + "/");
    }

    @Override
    public void close() {
        closing.close();
    }

    private List<Path> images() throws IOException {
        List<Path> folders = site.cases().stream().map(site::series).distinct().toList();
        return DicomPaths.toSend(folders, new ArrayList<>());
    }

    private List<Sending.Answer> send(List<Path> images, Progress progress) throws InterruptedException {
        Peer peer = new Peer(new AeTitle("TANDEM"), "127.0.0.1", node.dicomPort());
        return new Sending(peer, ScuOptions.of(new AeTitle("MODALITY")), 1).send(images, progress::step);
    }

    /** Whether each series has its job, and nothing is under way any more. */
    private boolean settled() {
        WorkLedger ledger = node.work().ledger();
        return ledger.latest(Optional.empty(), site.cases().size()).size()
                        == site.cases().size()
                && ledger.unfinished().isEmpty()
                && ledger.unfinishedDeliveries().isEmpty();
    }

    private Told told(DemoCase demo, Instant start) {
        WorkLedger ledger = node.work().ledger();
        Optional<JobRecord> job = ledger.latest(Optional.empty(), site.cases().size()).stream()
                .filter(each -> each.order().model().name().equals(demo.model()))
                .findFirst();
        return new Told(
                demo,
                job.map(each -> seconds(start, each.times().ordered())).orElse(0.0),
                job.filter(each -> each.state() == JobState.DONE).flatMap(each -> ledger.find(each.id())),
                job.flatMap(each -> ledger.find(each.id())).map(this::received).orElse(List.of()));
    }

    private List<ReceivedResult> received(JobRecord.Detail detail) {
        return detail.results().stream()
                .flatMap(result ->
                        pacs.file(result.sopInstance()).map(file -> new ReceivedResult(result.kind(), file)).stream())
                .toList();
    }

    private static Configuration configuration(Site site, Map<String, Peer> destinations) throws IOException {
        Configuration c = ConfigurationReader.defaults();
        Path routes = site.out().resolve("routes.yaml");
        Files.writeString(
                routes,
                site.cases().stream()
                        .map(demo -> demo.rule(destinations.keySet()))
                        .collect(Collectors.joining("", "rules:\n", "")));
        return c.withNode(
                        new Configuration.NodeSection(new AeTitle("TANDEM"), "127.0.0.1", 0, List.of(), "tandem-demo"))
                .withStorage(new Configuration.StorageSection(
                        site.out().resolve("node"), c.storage().reserveBytes()))
                .withSeries(new Configuration.SeriesSection(QUIET_PERIOD, QUIET_PERIOD, QUIET_PERIOD, List.of()))
                .withFiles(new Configuration.FileSection(site.home().resolve("models"), routes))
                .withDestinations(destinations)
                .withWeb(new Configuration.WebSection(0));
    }

    /** Waits for a condition that other threads bring about, up to the deadline. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
