package org.tandem.work;

/** Where an inference job stands. */
public enum JobState {
    QUEUED,
    RUNNING,
    /** Results are on disk and their deliveries ordered. */
    DONE,
    /** The series cannot be processed, and no retry will change that: the reasons say why. */
    REFUSED,
    /** Dead letter: failed as often as the retry policy allows. A person can retry it. */
    FAILED,
    CANCELLED
}
