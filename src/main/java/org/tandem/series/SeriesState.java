package org.tandem.series;

/** Where a series stands. Each change is an UPDATE … WHERE state = ? whose row count is checked. */
public enum SeriesState {
    /** Instances may still come. */
    RECEIVING,
    /** Whole, as far as can be known; waits to be routed. */
    COMPLETE,
    /** Rules matched, and the work that they ask for is queued. */
    ROUTED,
    /** No rule matched. */
    IGNORED
}
