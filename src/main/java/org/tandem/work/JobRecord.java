package org.tandem.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An inference job as the ledger knows it.
 *
 * @param message why it was refused or failed, or what was found; no patient identity
 */
public record JobRecord(JobOrder order, JobState state, int attempts, String message, Times times) {

    /** When a job was ordered, last began, and ended. */
    public record Times(Instant ordered, Optional<Instant> begun, Optional<Instant> ended) {}

    /**
     * A job with what was made of it.
     *
     * @param results what destinations are sent, and what they took in its place
     */
    public record Detail(JobRecord job, List<ResultRecord> results, List<DeliveryRecord> deliveries) {
        public Detail {
            results = List.copyOf(results);
            deliveries = List.copyOf(deliveries);
        }
    }

    public JobId id() {
        return order.id();
    }
}
