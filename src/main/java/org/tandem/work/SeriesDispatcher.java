package org.tandem.work;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.model.ModelName;
import org.tandem.model.ModelStore;
import org.tandem.route.RouteMatch;
import org.tandem.route.Router;
import org.tandem.route.SeriesFacts;
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

    /** Series that could not be routed, so that they neither fill the log nor keep others waiting. */
    private final Map<Uid, Failure> failures = new HashMap<>();

    private record Failure(int attempts, Instant notBefore) {}

    public SeriesDispatcher(SeriesAssembler assembler, Router router, ModelStore models, SeriesFiles files) {
        this.assembler = assembler;
        this.router = router;
        this.models = models;
        this.files = files;
    }

    /** From now on these rules are in force; series that could not be routed by the ones before are tried at once. */
    public void use(Router newRouter) {
        router = newRouter;
        failures.clear();
    }

    /** Completes what is due by now and orders the work of all that is complete. */
    public void dispatch(Work work, Instant now) {
        assembler.completeDue(now);
        List<SeriesRecord> complete = assembler.complete(BATCH + failures.size());
        failures.keySet().retainAll(complete.stream().map(SeriesRecord::uid).collect(Collectors.toSet()));
        for (SeriesRecord series : complete) {
            Failure before = failures.get(series.uid());
            if (before == null || !now.isBefore(before.notBefore())) {
                tryToDispatch(work, series, now);
            }
        }
    }

    private void tryToDispatch(Work work, SeriesRecord series, Instant now) {
        try {
            dispatch(work, series);
            failures.remove(series.uid());
        } catch (RuntimeException e) {
            Failure before = failures.get(series.uid());
            int attempts = before == null ? 1 : before.attempts() + 1;
            Duration wait = AGAIN.waitAfter(attempts);
            failures.put(series.uid(), new Failure(attempts, now.plus(wait)));
            LOG.error("Series {} could not be routed, will be tried again in {}", series.uid(), wait, e);
        }
    }

    private void dispatch(Work work, SeriesRecord series) {
        List<RouteMatch> matches = router.route(facts(series));
        routes(matches)
                .forEach((model, route) -> work.order(new JobOrder(series.uid(), series.revision(), model, route)));
        if (matches.isEmpty()) {
            LOG.info("Series {} matches no rule", series.uid());
        }
        assembler.change(series, matches.isEmpty() ? SeriesState.IGNORED : SeriesState.ROUTED);
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
