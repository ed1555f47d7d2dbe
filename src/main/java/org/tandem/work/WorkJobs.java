package org.tandem.work;

import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.spi.JobFactory;
import org.quartz.spi.TriggerFiredBundle;
import org.tandem.dicom.TandemException;

/** Makes the Quartz jobs: gives each the work that it stands for. */
record WorkJobs(InferenceWork inference, DeliveryWork delivery, SafeKeeping keeping, Stranded stranded)
        implements JobFactory {

    @Override
    public Job newJob(TriggerFiredBundle bundle, Scheduler scheduler) {
        Class<? extends Job> type = bundle.getJobDetail().getJobClass();
        if (type == InferenceJob.class) {
            return new InferenceJob(inference, stranded);
        }
        if (type == DeliveryJob.class) {
            return new DeliveryJob(delivery, stranded);
        }
        if (type == ReportJob.class) {
            return new ReportJob(keeping);
        }
        throw new TandemException(TandemException.Kind.BUG, "No such job: " + type.getName());
    }
}
