package org.tandem.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.drift.DriftWatch;
import org.tandem.history.History;
import org.tandem.inference.DeviceSlots;
import org.tandem.ingest.IngestOptions;
import org.tandem.ingest.InstanceIndex;
import org.tandem.ingest.InstanceReceiver;
import org.tandem.model.ModelStore;
import org.tandem.net.AccessRules;
import org.tandem.net.AeTitle;
import org.tandem.net.AllowedPeer;
import org.tandem.net.ScpOptions;
import org.tandem.net.ScuOptions;
import org.tandem.net.StorageScp;
import org.tandem.result.iod.DeviceIdentity;
import org.tandem.route.Router;
import org.tandem.series.AssemblyRules;
import org.tandem.series.SeriesAssembler;
import org.tandem.series.SeriesLedger;
import org.tandem.series.SourceRule;
import org.tandem.store.Database;
import org.tandem.store.DatabaseOptions;
import org.tandem.store.JdbcCommitmentLedger;
import org.tandem.store.JdbcDriftLedger;
import org.tandem.store.JdbcHistoryLedger;
import org.tandem.store.JdbcInstanceIndex;
import org.tandem.store.JdbcSeriesLedger;
import org.tandem.store.JdbcWorkLedger;
import org.tandem.web.StatusServer;
import org.tandem.work.Destinations;
import org.tandem.work.Keeping;
import org.tandem.work.Outbox;
import org.tandem.work.QuartzStore;
import org.tandem.work.SeriesDispatcher;
import org.tandem.work.SeriesFiles;
import org.tandem.work.SeriesProcessor;
import org.tandem.work.Work;
import org.tandem.work.WorkOptions;
import org.tandem.work.WorkTools;

/**
 * A running node: everything wired in the order in which an image flows, and stopped in that order too, so that what is
 * under way comes to its end. Starting it is also recovering it.
 */
final class Node implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final Closing closing;
    private final StorageScp scp;
    private final StatusServer web;
    private final Work work;

    private Node(Closing closing, StorageScp scp, StatusServer web, Work work) {
        this.closing = closing;
        this.scp = scp;
        this.web = web;
        this.work = work;
    }

    /** Starts a node. If a part cannot start, those before it are stopped and the reason is thrown. */
    static Node start(Configuration configuration) {
        Closing closing = new Closing();
        try {
            return start(configuration, closing);
        } catch (RuntimeException | Error e) {
            closing.close();
            throw e;
        }
    }

    private static Node start(Configuration c, Closing closing) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        Database database = closing.add("database", Database.open(databaseOptions(c)));
        InstanceIndex index = new JdbcInstanceIndex(database);
        SeriesLedger seriesLedger = new JdbcSeriesLedger(database.transactions());
        SeriesAssembler assembler = new SeriesAssembler(seriesLedger, assemblyRules(c), clock);
        InstanceReceiver receiver = closing.add(
                "receiver",
                InstanceReceiver.open(
                        IngestOptions.of(c.storage().folder().resolve("spool"))
                                .withReserveBytes(c.storage().reserveBytes())
                                .withMaxDepth(c.network().limits().receive().maxDepth()),
                        index,
                        assembler,
                        clock));
        SeriesFiles files = new ReceivedFiles(index, receiver, seriesLedger);

        ModelStore models = new ModelStore(c.files().models());
        DriftWatch watch = new DriftWatch(new JdbcDriftLedger(database.transactions()), models, clock);
        DeviceSlots inferers = closing.add("models", NodeDevices.open(c));
        SeriesProcessor processor =
                new SeriesProcessor(inferers, device(c.node().station()), clock);
        ScuOptions requests =
                ScuOptions.of(c.node().aeTitle()).withTimeouts(c.network().requests());
        Destinations destinations = new Destinations(c.destinations(), requests);
        Routes routes = new Routes(c.files().routes(), models, destinations);
        Router router = routes.load();
        Work work = closing.add(
                "work",
                Work.start(
                        new JdbcWorkLedger(database.transactions()),
                        new QuartzStore(
                                database.dataSource(),
                                c.node().station(),
                                c.database().clustered()),
                        workOptions(c, clock),
                        new WorkTools(
                                files,
                                models,
                                processor,
                                new Outbox(c.storage().folder().resolve("results")),
                                destinations
                                        .committing(c.work().commitment())
                                        .sending(c.work().sending()),
                                new Keeping(new JdbcCommitmentLedger(database.transactions()), receiver.holdings()::of),
                                new History(new JdbcHistoryLedger(database.transactions()), clock),
                                watch)));

        SeriesDispatcher dispatcher = new SeriesDispatcher(assembler, router, models, files);
        assembler.resume();
        closing.add("assembly", SeriesClock.start(() -> {
            routes.ifChanged(dispatcher::use);
            dispatcher.dispatch(work, clock.instant());
            work.takeUpStranded();
        }));
        WarmUp warmUp = closing.add("warm-up", WarmUp.start(c.inference().warmUp(), models, inferers));
        StatusServer web = closing.add(
                "web",
                StatusServer.start(
                        c.web().port(),
                        new StatusServer.Sources(
                                seriesLedger,
                                work,
                                receiver::counters,
                                watch,
                                new StatusServer.Inference(
                                        warmUp::states,
                                        () -> NodeDevices.slots(inferers),
                                        () -> NodeDevices.batches(inferers)))));
        StorageScp scp = closing.add("dicom", StorageScp.start(scpOptions(c), receiver, receiver, work.commitments()));
        LOG.info(
                "Tandem {} listens as {} on port {}, status page http://127.0.0.1:{}/",
                Version.current(),
                c.node().aeTitle(),
                scp.port(),
                web.port());
        closing.add("peer visit", PeerVisit.start(c.destinations(), requests));
        return new Node(closing, scp, web, work);
    }

    int dicomPort() {
        return scp.port();
    }

    int webPort() {
        return web.port();
    }

    Work work() {
        return work;
    }

    /** Stops listening, lets what runs come to its end, stops the rest. */
    @Override
    public void close() {
        closing.close();
    }

    /** Who makes results: the same after every start of this installation. */
    static DeviceIdentity device(String station) {
        return new DeviceIdentity("Tandem", "Tandem second reader", station, Version.current());
    }

    private static DatabaseOptions databaseOptions(Configuration c) {
        Path folder = c.storage().folder();
        try {
            Files.createDirectories(folder);
            if (c.database().url().isEmpty()) {
                return DatabaseOptions.h2File(folder.resolve("tandem"));
            }
            String password = c.database().passwordFile().map(Secrets::read).orElse("");
            return DatabaseOptions.of(c.database().url().get(), c.database().user(), password);
        } catch (IOException e) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "Storage folder " + folder + " cannot be made: " + e, e);
        }
    }

    private static AssemblyRules assemblyRules(Configuration c) {
        Configuration.SeriesSection section = c.series();
        Map<AeTitle, SourceRule> sources = new HashMap<>();
        section.completeAtRelease().forEach(title -> sources.put(title, new SourceRule(section.quietPeriod(), true)));
        return new AssemblyRules(section.quietPeriod(), sources, section.studyQuietPeriod(), section.restartGrace());
    }

    private static WorkOptions workOptions(Configuration c, Clock clock) {
        return new WorkOptions(
                c.inference().slots(),
                c.work().deliveryThreads(),
                new WorkOptions.Retries(c.work().inferenceRetry(), c.work().deliveryRetry()),
                clock);
    }

    private static ScpOptions scpOptions(Configuration c) {
        List<AllowedPeer> allowed = c.node().callingAeTitles().stream()
                .map(title -> new AllowedPeer(title, ""))
                .toList();
        Configuration.NetworkSection network = c.network();
        ScpOptions options = ScpOptions.of(c.node().aeTitle(), c.node().dicomPort());
        return new ScpOptions(
                c.node().aeTitle(),
                options.listen().withHost(c.node().bind()),
                AccessRules.DEFAULT.withAllowed(allowed).withUsers(network.users()),
                network.limits(),
                network.tls());
    }
}
