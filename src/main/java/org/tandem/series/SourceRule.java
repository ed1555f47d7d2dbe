package org.tandem.series;

import java.time.Duration;

/**
 * When series of one source are held to be complete.
 *
 * @param completeAtRelease whether the source sends whole series on one association, so that its release completes them
 */
public record SourceRule(Duration quietPeriod, boolean completeAtRelease) {}
