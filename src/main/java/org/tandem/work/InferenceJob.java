package org.tandem.work;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** The Quartz job that runs a model on a series: only a name, the work is {@link InferenceWork}'s. */
@DisallowConcurrentExecution
public final class InferenceJob implements Job {

    private final InferenceWork work;

    InferenceJob(InferenceWork work) {
        this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
        work.run(new JobId(context.getJobDetail().getKey().getName()));
    }
}
