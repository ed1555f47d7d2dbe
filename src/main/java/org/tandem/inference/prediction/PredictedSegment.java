package org.tandem.inference.prediction;

import java.util.Optional;
import org.tandem.model.Segment;
import org.tandem.volume.Mask;

/**
 * One segment that a network found.
 *
 * @param segment what it is, from the manifest
 * @param mask where it is, on the grid of the source
 * @param probability how sure the network was, where it said so
 */
public record PredictedSegment(Segment segment, Mask mask, Optional<ProbabilityMap> probability) {

    public PredictedSegment(Segment segment, Mask mask) {
        this(segment, mask, Optional.empty());
    }
}
