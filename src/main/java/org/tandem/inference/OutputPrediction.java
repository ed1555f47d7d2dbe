package org.tandem.inference;

import java.util.List;

/** What one output of a network said. */
public sealed interface OutputPrediction {

    /** Masks on the source grid, one for each segment of the manifest's output, in that order; some may be empty. */
    record Segmentation(List<PredictedSegment> segments) implements OutputPrediction {
        public Segmentation {
            segments = List.copyOf(segments);
        }
    }
}
