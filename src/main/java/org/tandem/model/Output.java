package org.tandem.model;

import java.util.List;

/** One output of a network, and what it means. */
public sealed interface Output {

    /** Name of the output in the signature. */
    String tensor();

    /**
     * Probabilities for each voxel and channel.
     *
     * @param threshold a voxel belongs to the segment where its probability is at least so high
     * @param keep which of the voxels above the threshold stay
     * @param segments what each channel is
     * @param measurements the quantities to report of each segment
     */
    record Segmentation(
            String tensor, double threshold, Keep keep, List<Segment> segments, List<Measurement> measurements)
            implements Output {
        public Segmentation {
            segments = List.copyOf(segments);
            measurements = List.copyOf(measurements);
        }
    }

    /** Which parts of a mask are kept. */
    enum Keep {
        ALL,
        LARGEST_COMPONENT
    }
}
