package org.tandem.work;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.TandemException;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import org.tandem.route.RouteMatch;
import org.tandem.route.Router;
import org.tandem.route.SeriesFacts;
import org.tandem.series.SeriesAssembler;
import org.tandem.series.SeriesRecord;
import org.tandem.series.SeriesState;

/**
 * Takes complete series further: asks the router, orders the jobs, and only then marks the series as routed. A crash in
 * between orders the same jobs again, which changes nothing.
 */
public final class SeriesDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesDispatcher.class);
    private static final int BATCH = 100;

    private final SeriesAssembler assembler;
    private volatile Router router;
    private final ModelStore models;
    private final SeriesFiles files;

    public SeriesDispatcher(SeriesAssembler assembler, Router router, ModelStore models, SeriesFiles files) {
        this.assembler = assembler;
        this.router = router;
        this.models = models;
        this.files = files;
    }

    /** From now on these rules are in force. */
    public void use(Router newRouter) {
        router = newRouter;
    }

    /** Completes what is due by now and orders the work of all that is complete. */
    public void dispatch(Work work, Instant now) {
        assembler.completeDue(now);
        for (SeriesRecord series : assembler.complete(BATCH)) {
            try {
                dispatch(work, series);
            } catch (TandemException e) {
                LOG.error("Series {} could not be routed, will be tried again: {}", series.uid(), e.getMessage(), e);
            }
        }
    }

    private void dispatch(Work work, SeriesRecord series) {
        List<RouteMatch> matches = router.route(facts(series));
        for (RouteMatch match : matches) {
            Model model = models.require(match.model());
            work.order(new JobOrder(
                    series.uid(),
                    series.revision(),
                    model.name(),
                    new JobOrder.RouteTaken(match.rule(), match.priority(), match.destinations())));
        }
        if (matches.isEmpty()) {
            LOG.info("Series {} matches no rule", series.uid());
        }
        assembler.change(series, matches.isEmpty() ? SeriesState.IGNORED : SeriesState.ROUTED);
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
