package org.tandem.work;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;

/**
 * The queue: two Quartz schedulers on one JDBC store, {@code inference} with as many threads as there are device slots,
 * and {@code delivery}.
 *
 * <p>A job is durable and asks for recovery, so that one that was running when the node died runs again at the next
 * start. It has at most one trigger, named like the job: ordering the same work twice leaves one trigger. A trigger
 * that could not fire in time fires as soon as it can, in the order of {@link UrgentFirst} (misfire policy: ignore).
 */
public final class WorkQueue implements AutoCloseable {

    private static final String INFERENCE = "inference";
    private static final String DELIVERY = "delivery";
    private static final String COMMITMENT = "storage-commitment";

    private final Scheduler inference;
    private final Scheduler delivery;
    private final Clock clock;

    private WorkQueue(Scheduler inference, Scheduler delivery, Clock clock) {
        this.inference = inference;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Makes both schedulers on the store; nothing runs before {@link #start}. */
    public static WorkQueue on(QuartzStore store, WorkOptions options) {
        Scheduler inference = scheduler(store.properties(INFERENCE, options.inferenceSlots()));
        Scheduler delivery = scheduler(store.properties(DELIVERY, options.deliveryThreads()));
        return new WorkQueue(inference, delivery, options.clock());
    }

    /** Begins to run what is due, what a crash left unfinished included. */
    void start(WorkJobs jobs) {
        quartz("start", () -> {
            inference.setJobFactory(jobs);
            delivery.setJobFactory(jobs);
            inference.start();
            delivery.start();
        });
    }

    /** Puts an inference job in the queue, to run after the delay; if it is there already, only its time changes. */
    void inferenceAfter(JobOrder order, Duration delay) {
        JobKey key = new JobKey(order.id().value(), INFERENCE);
        int priority = order.route().priority();
        schedule(inference, InferenceJob.class, key, new Due(delay, priority));
    }

    /** Puts a delivery in the queue, to run after the delay; if it is there already, only its time changes. */
    void deliveryAfter(DeliveryId id, Duration delay) {
        JobKey key = new JobKey(id.job().value(), id.destination());
        schedule(delivery, DeliveryJob.class, key, new Due(delay, Trigger.DEFAULT_PRIORITY));
    }

    /** Puts a report on storage commitment in the queue, beside deliveries; only its time changes if it is there. */
    void reportAfter(Uid transaction, Duration delay) {
        schedule(delivery, ReportJob.class, report(transaction), new Due(delay, Trigger.DEFAULT_PRIORITY));
    }

    /** Takes a report out of the queue. */
    void remove(Uid transaction) {
        quartz("remove report " + transaction, () -> delivery.deleteJob(report(transaction)));
    }

    boolean holds(Uid transaction) {
        return holds(delivery, report(transaction));
    }

    private static JobKey report(Uid transaction) {
        return new JobKey(transaction.value(), COMMITMENT);
    }

    /** Takes an inference job out of the queue; one that runs goes on. */
    void remove(JobId id) {
        quartz("remove job " + id, () -> inference.deleteJob(new JobKey(id.value(), INFERENCE)));
    }

    /** Takes a delivery out of the queue. */
    void remove(DeliveryId id) {
        JobKey key = new JobKey(id.job().value(), id.destination());
        quartz("remove delivery " + id, () -> delivery.deleteJob(key));
    }

    /** Whether the job has a trigger or is being run, so that nothing needs to be ordered again. */
    boolean holds(JobId id) {
        return holds(inference, new JobKey(id.value(), INFERENCE));
    }

    boolean holds(DeliveryId id) {
        return holds(delivery, new JobKey(id.job().value(), id.destination()));
    }

    /** Lets what runs come to its end, starts nothing more. */
    @Override
    public void close() {
        quartz("stop", () -> {
            inference.shutdown(true);
            delivery.shutdown(true);
        });
    }

    private record Due(Duration delay, int priority) {}

    private void schedule(Scheduler scheduler, Class<? extends Job> type, JobKey key, Due due) {
        JobDetail job = JobBuilder.newJob(type)
                .withIdentity(key)
                .storeDurably()
                .requestRecovery()
                .build();
        TriggerKey triggerKey = new TriggerKey(key.getName(), key.getGroup());
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(triggerKey)
                .forJob(key)
                .withPriority(due.priority())
                .startAt(Date.from(clock.instant().plus(due.delay())))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionIgnoreMisfires())
                .build();
        quartz("schedule " + key, () -> {
            scheduler.addJob(job, true);
            if (scheduler.rescheduleJob(triggerKey, trigger) == null) {
                scheduler.scheduleJob(trigger);
            }
        });
    }

    private static boolean holds(Scheduler scheduler, JobKey key) {
        boolean[] held = {false};
        quartz(
                "look up " + key,
                () -> held[0] = !scheduler.getTriggersOfJob(key).isEmpty());
        return held[0];
    }

    private static Scheduler scheduler(Properties properties) {
        try {
            return new StdSchedulerFactory(properties).getScheduler();
        } catch (SchedulerException e) {
            throw new TandemException(TandemException.Kind.BUG, "Scheduler could not be made on its store", e);
        }
    }

    private interface QuartzCall {
        void run() throws SchedulerException;
    }

    private static void quartz(String what, QuartzCall call) {
        try {
            call.run();
        } catch (SchedulerException e) {
            throw new TandemException(TandemException.Kind.RETRY, "Queue could not " + what, e);
        }
    }
}
