package org.tandem.work;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.tandem.dicom.Uid;

/** The Quartz job that reports on a storage commitment: only a name, the work is {@link SafeKeeping}'s. */
@DisallowConcurrentExecution
public final class ReportJob implements Job {

    private final SafeKeeping keeping;

    ReportJob(SafeKeeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public void execute(JobExecutionContext context) {
        keeping.report(new Uid(context.getJobDetail().getKey().getName()));
    }
}
