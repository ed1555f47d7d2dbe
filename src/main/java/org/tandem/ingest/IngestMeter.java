package org.tandem.ingest;

import java.util.concurrent.atomic.LongAdder;

/** Counts what comes in. Thread-safe. */
final class IngestMeter {

    private final LongAdder stored = new LongAdder();
    private final LongAdder storedBytes = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    final LongAdder mismatched = new LongAdder();
    final LongAdder unreadable = new LongAdder();
    final LongAdder unavailable = new LongAdder();
    private final LongAdder failed = new LongAdder();
    final LongAdder aborted = new LongAdder();
    final LongAdder groups = new LongAdder();

    void count(Filed filed, long sizeBytes) {
        switch (filed) {
            case STORED, RESTORED -> {
                stored.increment();
                storedBytes.add(sizeBytes);
            }
            case DUPLICATE -> duplicates.increment();
            case CONFLICT, CONFLICT_AGAIN -> conflicts.increment();
            case UNAVAILABLE -> unavailable.increment();
            case FAILED -> failed.increment();
        }
    }

    IngestCounters counters() {
        return new IngestCounters(
                stored.sum(),
                storedBytes.sum(),
                duplicates.sum(),
                conflicts.sum(),
                mismatched.sum(),
                unreadable.sum(),
                unavailable.sum(),
                failed.sum(),
                aborted.sum(),
                groups.sum());
    }
}
