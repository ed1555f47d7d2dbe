package org.tandem.inference;

import org.tandem.model.Segment;
import org.tandem.volume.Mask;

/**
 * One segment that a network found.
 *
 * @param segment what it is, from the manifest
 * @param mask where it is, on the grid of the source
 */
public record PredictedSegment(Segment segment, Mask mask) {}
