package org.tandem.series;

import org.tandem.net.AeTitle;

/** Who sent the first instance of a series, and under which title it called us. */
public record SeriesSource(AeTitle calling, AeTitle called) {}
