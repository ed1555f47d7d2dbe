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

    /** Every class of the manifest's output, in that order, present or not. */
    record Classification(List<PredictedClass> classes) implements OutputPrediction {
        public Classification {
            classes = List.copyOf(classes);
        }
    }

    /** What was found of that which the manifest's output looks for, the most probable first. */
    record Detection(List<PredictedPlace> places) implements OutputPrediction {
        public Detection {
            places = List.copyOf(places);
        }
    }

    /** Every number of the manifest's output, in that order. */
    record Regression(List<PredictedNumber> numbers) implements OutputPrediction {
        public Regression {
            numbers = List.copyOf(numbers);
        }
    }
}
