package org.tandem.series;

import java.time.Instant;

/**
 * Where a series stands.
 *
 * @param revision 1, and one more each time that an instance came after the series was complete
 * @param dueAt when it is complete if nothing comes before
 */
public record SeriesStanding(SeriesState state, int revision, Instant dueAt) {}
