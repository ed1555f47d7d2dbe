package org.tandem.series;

import java.time.Instant;

/** How many instances of a series have come, how many bytes of data sets, and when the first and the last came. */
public record SeriesArrivals(int instanceCount, long sizeBytes, Instant first, Instant last) {

    /** These and those. */
    SeriesArrivals plus(SeriesArrivals other) {
        return new SeriesArrivals(
                instanceCount + other.instanceCount,
                sizeBytes + other.sizeBytes,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }
}
