package org.tandem.series;

import org.tandem.volume.Volume;

/** A series as a network reads it, and where each slice of it came from. */
public record SeriesVolume(SourceSeries source, Volume volume) {}
