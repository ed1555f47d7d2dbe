package org.tandem.work;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** The Quartz job that runs a model on a series: only a name, the work is {@link InferenceWork}'s. */
@DisallowConcurrentExecution
public final class InferenceJob implements Job {

    private final InferenceWork work;
    private final Stranded stranded;

    InferenceJob(InferenceWork work, Stranded stranded) {
        this.work = work;
        this.stranded = stranded;
    }

    @Override
    public void execute(JobExecutionContext context) {
        JobId id = new JobId(context.getJobDetail().getKey().getName());
        stranded.unlessItEnds(id, () -> work.run(id));
    }
}
