package org.tandem.work;

/** Where the delivery of one job's results to one destination stands. */
public enum DeliveryState {
    WAITING,
    SENDING,
    /** All was taken; the destination has been asked to commit to it, and has not done so yet. */
    COMMITTING,
    /** The destination answered Success (or a warning that means stored) for every object. */
    ACCEPTED,
    /** Dead letter: refused for good, or failed as often as the retry policy allows. A person can retry it. */
    FAILED,
    CANCELLED
}
