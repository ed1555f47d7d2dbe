package org.tandem.work;

/** Names the delivery of one job's results to one destination. */
public record DeliveryId(JobId job, String destination) {

    @Override
    public String toString() {
        return job + "→" + destination;
    }
}
