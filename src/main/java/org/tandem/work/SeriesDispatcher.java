package org.tandem.work;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.model.Manifest;
import org.tandem.model.ModelName;
import org.tandem.model.ModelStore;
import org.tandem.model.SeriesFacts;
import org.tandem.route.RouteMatch;
import org.tandem.route.Router;
import org.tandem.series.SeriesAssembler;
import org.tandem.series.SeriesRecord;
import org.tandem.series.SeriesState;

/**
 * Takes complete series further: asks the router, orders the jobs, and only then marks the series as routed. A crash in
 * between orders the same jobs again, which changes nothing. For one thread.
 */
public final class SeriesDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesDispatcher.class);
    private static final int BATCH = 100;

    /** Asked for its waits only: a series is tried until it succeeds. */
    private static final RetryPolicy AGAIN =
            new RetryPolicy(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofMinutes(10));

    private final SeriesAssembler assembler;
    private Router router;
    private final ModelStore models;
    private final SeriesFiles files;
    private final StudyTurn.Studies studies;

    /** Series that wait for others of their study, so that nothing is read again while nothing comes. */
    private final Map<Uid, Wait> waits = new HashMap<>();

    private record Wait(List<SeriesRecord> study, Instant until) {}

    /** Series that could not be routed, so that they neither fill the log nor keep others waiting. */
    private final Map<Uid, Failure> failures = new HashMap<>();

    private record Failure(int attempts, Instant notBefore) {}

    public SeriesDispatcher(SeriesAssembler assembler, Router router, ModelStore models, SeriesFiles files) {
        this.assembler = assembler;
        this.router = router;
        this.models = models;
        this.files = files;
        this.studies = new StudyTurn.Studies(assembler, files);
    }

    /** From now on these rules are in force; series that could not be routed by the ones before are tried at once. */
    public void use(Router newRouter) {
        router = newRouter;
        failures.clear();
        waits.clear();
    }

    /** Completes what is due by now and orders the work of all that is complete. */
    public void dispatch(Work work, Instant now) {
        assembler.completeDue(now);
        List<SeriesRecord> complete = assembler.complete(BATCH + failures.size() + waits.size());
        Set<Uid> present = complete.stream().map(SeriesRecord::uid).collect(Collectors.toSet());
        failures.keySet().retainAll(present);
        waits.keySet().retainAll(present);
        for (SeriesRecord series : complete) {
            Failure before = failures.get(series.uid());
            boolean isDue = before == null || !now.isBefore(before.notBefore());
            if (isDue && !waits(series, now)) {
                tryToDispatch(work, series, now);
            }
        }
    }

    private boolean waits(SeriesRecord series, Instant now) {
        Wait wait = waits.get(series.uid());
        return wait != null && now.isBefore(wait.until()) && studies.of(series).equals(wait.study());
    }

    private void tryToDispatch(Work work, SeriesRecord series, Instant now) {
        try {
            dispatch(work, series, now);
            failures.remove(series.uid());
        } catch (RuntimeException e) {
            Failure before = failures.get(series.uid());
            int attempts = before == null ? 1 : before.attempts() + 1;
            Duration wait = AGAIN.waitAfter(attempts);
            failures.put(series.uid(), new Failure(attempts, now.plus(wait)));
            LOG.error("Series {} could not be routed, will be tried again in {}", series.uid(), wait, e);
        }
    }

    private void dispatch(Work work, SeriesRecord series, Instant now) {
        List<SeriesRecord> study = studies.of(series);
        List<RouteMatch> matches = router.route(facts(series));
        Optional<Instant> until = routes(matches).entrySet().stream()
                .map(route -> new JobOrder(series.uid(), series.revision(), route.getKey(), route.getValue()))
                .flatMap(order -> order(work, order, series, now).stream())
                .min(Comparator.naturalOrder());
        if (until.isPresent()) {
            LOG.info("Series {} waits for others of its study", series.uid());
            waits.put(series.uid(), new Wait(study, until.get()));
            return;
        }
        if (matches.isEmpty()) {
            LOG.info("Series {} matches no rule", series.uid());
        }
        assembler.change(series, matches.isEmpty() ? SeriesState.IGNORED : SeriesState.ROUTED);
    }

    /** Answers until when the order waits, if it does; what was ordered before changes nothing. */
    private Optional<Instant> order(Work work, JobOrder order, SeriesRecord series, Instant now) {
        ModelName name = order.model();
        Manifest manifest = models.require(name.name(), name.version()).manifest();
        StudyTurn turn = studies.turn(series, manifest, now);
        if (turn.kind() == StudyTurn.Kind.LATER) {
            return Optional.of(turn.until());
        }
        if (turn.kind() == StudyTurn.Kind.NOW) {
            work.order(order);
        }
        turn.instead().forEach(asked -> work.reconsider(JobId.of(asked.uid(), asked.revision(), name)));
        return Optional.empty();
    }

    /** One for each model, whichever number of rules asks for it. */
    private Map<ModelName, JobOrder.RouteTaken> routes(List<RouteMatch> matches) {
        Map<ModelName, JobOrder.RouteTaken> routes = new LinkedHashMap<>();
        for (RouteMatch match : matches) {
            routes.merge(models.require(match.model()).name(), JobOrder.RouteTaken.of(match), JobOrder.RouteTaken::and);
        }
        return routes;
    }

    private SeriesFacts facts(SeriesRecord series) {
        List<Path> instances = files.of(series.uid(), series.revision());
        if (instances.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.RETRY, "Series " + series.uid() + ": got no instance on disk, expected some");
        }
        return new SeriesFacts(
                series.source().calling().value(),
                series.source().called().value(),
                instances.size(),
                DicomFileReader.readHeader(instances.get(0)).dataSet());
    }
}
