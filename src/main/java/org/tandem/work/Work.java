package org.tandem.work;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.model.ModelName;
import org.tandem.model.ModelStore;
import org.tandem.net.CommitmentHandler;
import org.tandem.series.ReasonCode;

/**
 * The work of a node: orders jobs, keeps them running over restarts, and does what administrators ask. Read this type
 * first.
 */
public final class Work implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private static final Set<DeliveryState> ENDED =
            EnumSet.of(DeliveryState.ACCEPTED, DeliveryState.FAILED, DeliveryState.CANCELLED);

    private final WorkLedger ledger;
    private final WorkQueue queue;
    private final DeliveryWork delivery;
    private final SafeKeeping keeping;
    private final ModelStore models;
    private final Clock clock;
    private final Stranded stranded = new Stranded();

    /** What leaves the node: results, and reports on what it keeps. */
    private record Leaving(DeliveryWork delivery, SafeKeeping keeping, Clock clock) {}

    private Work(WorkLedger ledger, WorkQueue queue, Leaving leaving, WorkTools tools) {
        this.ledger = ledger;
        this.queue = queue;
        this.delivery = leaving.delivery();
        this.keeping = leaving.keeping();
        this.models = tools.models();
        this.clock = leaving.clock();
    }

    /**
     * Starts the schedulers. Jobs and deliveries that the ledger holds as unfinished and the queue does not know (the
     * node died between the two) are put in the queue first.
     */
    public static Work start(WorkLedger ledger, QuartzStore store, WorkOptions options, WorkTools tools) {
        WorkQueue queue = WorkQueue.on(store, options);
        var inference = new InferenceWork(
                ledger,
                new InferenceWork.Sources(tools.files(), tools.models()),
                tools.processor(),
                new InferenceWork.Ending(
                        new InferenceWork.Sending(tools.outbox(), tools.destinations(), tools.history(), tools.watch()),
                        queue,
                        options.retries().inference(),
                        options.clock()));
        var ending = new DeliveryWork.Ending(queue, options.retries().delivery(), options.clock());
        var leaving = new Leaving(
                new DeliveryWork(ledger, tools.destinations(), ending),
                new SafeKeeping(tools.keeping(), tools.destinations(), ending),
                options.clock());
        Work work = new Work(ledger, queue, leaving, tools);
        try {
            work.resume();
            queue.start(new WorkJobs(inference, leaving.delivery(), leaving.keeping(), work.stranded));
            return work;
        } catch (RuntimeException e) {
            queue.close();
            throw e;
        }
    }

    /** Orders a job. Answers false if it was ordered before. */
    public boolean order(JobOrder order) {
        boolean added = ledger.add(order, clock.instant());
        if (added) {
            LOG.info(
                    "Series {} ordered by rule {}: job {}, model {}, priority {}",
                    order.series(),
                    order.route().rule(),
                    order.id(),
                    order.model(),
                    order.route().priority());
            queue.inferenceAfter(order, Duration.ZERO);
        }
        return added;
    }

    /** Runs a refused, failed or cancelled job again; of a job that is done, its failed deliveries. */
    public boolean retry(JobId id) {
        return ledger.find(id).map(this::retry).orElse(false);
    }

    /** Runs a job again that was refused because a series of the study was missing, now that one has come. */
    void reconsider(JobId id) {
        ledger.find(id)
                .filter(detail -> detail.job().state() == JobState.REFUSED
                        && detail.job().message().contains(ReasonCode.MISSING_CHANNEL.name()))
                .ifPresent(detail -> LOG.info("Job {} is tried again, its study has grown: {}", id, retry(detail)));
    }

    /** Runs a job that is done once more: the same input gives objects with the same UIDs, which are sent again. */
    public boolean rerun(JobId id) {
        Optional<JobRecord> job = ledger.find(id).map(JobRecord.Detail::job);
        if (job.isEmpty() || !ledger.rerun(id, clock.instant())) {
            return false;
        }
        queue.inferenceAfter(job.get().order(), Duration.ZERO);
        return true;
    }

    /**
     * Orders what a job did of the newest version of its model; its report replaces the job's. Answers the new job;
     * refuses where there is no newer version: another manifest is another version.
     */
    public JobId correct(JobId id) {
        JobOrder before = ledger.find(id)
                .map(detail -> detail.job().order())
                .orElseThrow(() -> new TandemException(TandemException.Kind.REFUSE, "No job " + id));
        ModelName newest = models.require(before.model().name()).name();
        if (newest.equals(before.model())) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Job " + id + ": got no model " + newest.name() + " newer than version " + newest.version()
                            + ", expected the corrected one in a folder of its own version");
        }
        JobOrder order = new JobOrder(before.series(), before.revision(), newest, before.route());
        order(order);
        return order.id();
    }

    /**
     * Takes a job that waits out of the queue, and drops what comes of one that runs; of a job that is done, cancels
     * the deliveries that wait.
     */
    public boolean cancel(JobId id) {
        if (ledger.cancel(id, clock.instant())) {
            queue.remove(id);
            return true;
        }
        List<DeliveryRecord> deliveries =
                ledger.find(id).map(JobRecord.Detail::deliveries).orElse(List.of());
        return deliveries.stream().filter(this::cancel).count() > 0;
    }

    /**
     * Puts jobs and deliveries back in the queue that the database kept from being written down. To be called now and
     * then; does nothing where there are none.
     */
    public void takeUpStranded() {
        for (JobId id : stranded.all()) {
            stranded.remove(id);
            stranded.unlessItEnds(id, () -> ledger.find(id).ifPresent(this::takeUp));
        }
        keeping.takeUpStranded();
    }

    /** What peers ask and tell about storage commitment. */
    public CommitmentHandler commitments() {
        return new CommitmentInbox(delivery, keeping);
    }

    /** The rows, for those who show them. */
    public WorkLedger ledger() {
        return ledger;
    }

    /** Lets running jobs come to their end. */
    @Override
    public void close() {
        queue.close();
    }

    private boolean retry(JobRecord.Detail detail) {
        JobRecord job = detail.job();
        if (job.state() == JobState.DONE) {
            return detail.deliveries().stream().filter(this::retry).count() > 0;
        }
        boolean requeued = ledger.requeue(job.id(), clock.instant());
        if (requeued) {
            queue.inferenceAfter(job.order(), Duration.ZERO);
        }
        return requeued;
    }

    private boolean retry(DeliveryRecord delivery) {
        boolean requeued = ledger.requeueDelivery(delivery.id(), clock.instant());
        if (requeued) {
            queue.deliveryAfter(delivery.id(), Duration.ZERO);
        }
        return requeued;
    }

    private boolean cancel(DeliveryRecord delivery) {
        boolean cancelled = ledger.cancelDelivery(delivery.id(), clock.instant());
        if (cancelled) {
            queue.remove(delivery.id());
        }
        return cancelled;
    }

    /**
     * What its rows say it waits for; a run of what is not waiting any more does nothing. A delivery that the queue
     * holds may be the run that failed, which is about to leave it: the job is looked at again.
     */
    private void takeUp(JobRecord.Detail detail) {
        JobRecord job = detail.job();
        if (job.state() == JobState.QUEUED || job.state() == JobState.RUNNING) {
            queue.inferenceAfter(job.order(), Duration.ZERO);
        }
        for (DeliveryRecord waiting : detail.deliveries()) {
            if (!ENDED.contains(waiting.state()) && queue.holds(waiting.id())) {
                stranded.add(job.id());
            } else if (!ENDED.contains(waiting.state())) {
                queue.deliveryAfter(waiting.id(), Duration.ZERO);
            }
        }
    }

    private void resume() {
        List<JobRecord> jobs = ledger.unfinished().stream()
                .filter(job -> !queue.holds(job.id()))
                .toList();
        jobs.forEach(job -> queue.inferenceAfter(job.order(), Duration.ZERO));
        List<DeliveryRecord> deliveries = ledger.unfinishedDeliveries().stream()
                .filter(delivery -> !queue.holds(delivery.id()))
                .toList();
        deliveries.forEach(delivery -> queue.deliveryAfter(delivery.id(), Duration.ZERO));
        int reports = keeping.resume();
        if (!jobs.isEmpty() || !deliveries.isEmpty() || reports > 0) {
            LOG.info(
                    "Put {} jobs, {} deliveries and {} reports on storage commitment back in the queue",
                    jobs.size(),
                    deliveries.size(),
                    reports);
        }
    }
}
