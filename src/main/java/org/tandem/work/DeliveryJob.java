package org.tandem.work;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;

/** The Quartz job that sends results to one destination: only a name, the work is {@link DeliveryWork}'s. */
@DisallowConcurrentExecution
public final class DeliveryJob implements Job {

    private final DeliveryWork work;

    DeliveryJob(DeliveryWork work) {
        this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
        JobKey key = context.getJobDetail().getKey();
        work.run(new DeliveryId(new JobId(key.getName()), key.getGroup()));
    }
}
