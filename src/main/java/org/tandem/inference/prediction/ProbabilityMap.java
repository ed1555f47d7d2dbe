package org.tandem.inference.prediction;

import org.tandem.volume.Volume;

/**
 * How sure a network was of each voxel. Resampled onto the source's grid when somebody asks, each time anew: at the
 * size of a whole CT it is too large to be kept for those who do not.
 */
@FunctionalInterface
public interface ProbabilityMap {

    /** Probabilities, 0 to 1, on the grid of the source. */
    Volume onSourceGrid();
}
