package org.tandem.result.finding;

/** What one output of a model said, on the grid of the source. */
public sealed interface OutputFindings
        permits SegmentationFindings,
                ClassificationFindings,
                DetectionFindings,
                RegressionFindings,
                MapFindings,
                Remarks {}
