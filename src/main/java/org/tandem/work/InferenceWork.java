package org.tandem.work;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.drift.DriftWatch;
import org.tandem.history.Chapter;
import org.tandem.history.History;
import org.tandem.history.PastResult;
import org.tandem.model.Model;
import org.tandem.model.ModelName;
import org.tandem.model.ModelStore;
import org.tandem.result.iod.ResultObject;

/**
 * One run of an inference job: from the ledger's row to results on disk and deliveries in the queue. Whatever happens,
 * the row says how it ended.
 */
final class InferenceWork {

    private static final Logger LOG = LoggerFactory.getLogger(InferenceWork.class);

    private final WorkLedger ledger;
    private final Sources sources;
    private final SeriesProcessor processor;
    private final Ending ending;
    private final NotProcessedWork notProcessed;

    /** Where the job's inputs come from. */
    record Sources(SeriesFiles files, ModelStore models) {}

    /** What a job needs to end: where results go, the queue, the policy, the time. */
    record Ending(Sending sending, WorkQueue queue, RetryPolicy retry, Clock clock) {}

    /** Where results wait, for whom, what was said before, and who watches for change. */
    record Sending(Outbox outbox, Destinations destinations, History history, DriftWatch watch) {

        Packing packing(JobOrder.RouteTaken route) {
            return new Packing(route, destinations, history);
        }

        void remember(Chapter chapter, List<ResultObject> objects, List<ResultRecord> records) {
            List<PastResult> made = IntStream.range(0, objects.size())
                    .mapToObj(i -> past(objects.get(i), records.get(i)))
                    .toList();
            history.add(chapter, made);
        }

        /** An exam counts once, however often its job is run. */
        void watch(ModelName model, Processed.Done done) {
            if (done.packed().chapter().filter(history::knows).isEmpty()) {
                watch.add(model, done.observed());
            }
        }

        private static PastResult past(ResultObject object, ResultRecord record) {
            Uid series = object.dataSet().requireUid(Tag.SERIES_INSTANCE_UID);
            return new PastResult(record.kind(), record.sopClass(), record.sopInstance(), series, record.file());
        }
    }

    InferenceWork(WorkLedger ledger, Sources sources, SeriesProcessor processor, Ending ending) {
        this.ledger = ledger;
        this.sources = sources;
        this.processor = processor;
        this.ending = ending;
        this.notProcessed = new NotProcessedWork(sources, processor, ending.sending());
    }

    @SuppressWarnings("try") // the MDC entries only need to be closed
    void run(JobId id) {
        Optional<JobRecord> begun = ledger.begin(id, ending.clock().instant());
        if (begun.isEmpty()) {
            LOG.info("Job {} is not waiting any more, nothing to do", id);
            return;
        }
        JobRecord job = begun.get();
        try (var ignoredJob = MDC.putCloseable("job", id.value());
                var ignoredModel = MDC.putCloseable("model", job.order().model().toString());
                var ignoredSeries =
                        MDC.putCloseable("series", job.order().series().value())) {
            end(job, notProcessed.tell(job, outcome(job)));
        }
    }

    private JobOutcome outcome(JobRecord job) {
        if (!ending.retry().allowsAnother(job.attempts() - 1)) {
            return endedTheNode(job);
        }
        try {
            return process(job);
        } catch (TandemException e) {
            return e.kind() == TandemException.Kind.REFUSE ? new JobOutcome.Refused(e.getMessage()) : failed(job, e);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
            return failed(job, e); // LinkageError: natives that cannot be loaded
        }
    }

    private JobOutcome process(JobRecord job) {
        JobOrder order = job.order();
        List<Path> files = sources.files().of(order.series(), order.revision());
        Model model =
                sources.models().require(order.model().name(), order.model().version());
        boolean several = model.manifest().input().composition().isOfSeveralSeries();
        StudyInput input = new StudyInput(files, several ? sources.files().othersInStudy(order.series()) : List.of());
        Processed processed = processor.process(input, model, ending.sending().packing(order.route()));
        if (processed instanceof Processed.Refused refused) {
            return new JobOutcome.Refused(refused.message());
        }
        Processed.Done done = (Processed.Done) processed;
        List<ResultRecord> results = ending.sending().outbox().write(job.id(), done.results());
        ending.sending().watch(model.name(), done);
        done.packed().chapter().ifPresent(chapter -> ending.sending().remember(chapter, done.results(), results));
        String found = String.join("; ", done.findings());
        LOG.info(
                "Processed {} instances: {}; read {} s, inference {} s, results {} s",
                files.size(),
                found,
                seconds(done.took().read()),
                seconds(done.took().infer()),
                seconds(done.took().build()));
        return new JobOutcome.Done(new JobOutcome.Filed(results, done.packed().parcels()), found);
    }

    /** A run that fails says so; one that says nothing took the node with it, and would do so for ever. */
    private static JobOutcome endedTheNode(JobRecord job) {
        int runs = job.attempts() - 1;
        LOG.error("The node ended {} times while this job ran; retry it with: tandem jobs retry {}", runs, job.id());
        return new JobOutcome.Dead("The node ended " + runs + " times while this job ran");
    }

    private JobOutcome failed(JobRecord job, Throwable cause) {
        String message = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        if (ending.retry().allowsAnother(job.attempts())) {
            LOG.warn("Attempt {} failed, will be tried again", job.attempts(), cause);
            return new JobOutcome.Again(message);
        }
        LOG.error(
                "Failed {} times and was given up; retry it with: tandem jobs retry {}",
                job.attempts(),
                job.id(),
                cause);
        return new JobOutcome.Dead(message);
    }

    private void end(JobRecord job, JobOutcome outcome) {
        if (!ledger.end(job.id(), outcome, ending.clock().instant())) {
            LOG.info("Cancelled while it ran, what came of it is dropped");
        } else if (outcome instanceof JobOutcome.Again) {
            ending.queue().inferenceAfter(job.order(), ending.retry().waitAfter(job.attempts()));
        } else {
            if (outcome instanceof JobOutcome.Refused refused) {
                LOG.info("Refused: {}", refused.message());
            }
            if (!(outcome instanceof JobOutcome.Unread unread
                    && unread.filed().results().isEmpty())) {
                deliver(job);
            }
        }
    }

    private void deliver(JobRecord job) {
        for (String destination : job.order().route().destinations()) {
            ending.queue().deliveryAfter(new DeliveryId(job.id(), destination), Duration.ZERO);
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1000.0);
    }
}
