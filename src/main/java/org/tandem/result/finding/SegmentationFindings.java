package org.tandem.result.finding;

import java.util.List;
import java.util.Optional;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.Measurement;
import org.tandem.model.OperatingPoint;

/**
 * What one segmentation output of a model said, and what is to be measured of it.
 *
 * @param segments all that the output looks for; those with an empty mask were looked for and not found
 */
public record SegmentationFindings(
        List<PredictedSegment> segments, List<Measurement> measurements, Optional<OperatingPoint> operatingPoint)
        implements OutputFindings {

    public SegmentationFindings {
        segments = List.copyOf(segments);
        measurements = List.copyOf(measurements);
    }

    public SegmentationFindings(List<PredictedSegment> segments, List<Measurement> measurements) {
        this(segments, measurements, Optional.empty());
    }
}
