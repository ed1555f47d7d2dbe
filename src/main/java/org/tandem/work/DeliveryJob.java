package org.tandem.work;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;

/** The Quartz job that sends results to one destination: only a name, the work is {@link DeliveryWork}'s. */
@DisallowConcurrentExecution
public final class DeliveryJob implements Job {

    private final DeliveryWork work;
    private final Stranded stranded;

    DeliveryJob(DeliveryWork work, Stranded stranded) {
        this.work = work;
        this.stranded = stranded;
    }

    @Override
    public void execute(JobExecutionContext context) {
        JobKey key = context.getJobDetail().getKey();
        JobId id = new JobId(key.getName());
        stranded.unlessItEnds(id, () -> work.run(new DeliveryId(id, key.getGroup())));
    }
}
