package org.tandem.inference.prediction;

import java.util.List;
import java.util.Optional;
import org.tandem.model.OperatingPoint;

/** What one output of a network said. */
public sealed interface OutputPrediction {

    /** Masks on the source grid, one for each segment of the manifest's output, in that order; some may be empty. */
    record Segmentation(List<PredictedSegment> segments) implements OutputPrediction {
        public Segmentation {
            segments = List.copyOf(segments);
        }
    }

    /**
     * Every class of the manifest's output, in that order, present or not.
     *
     * @param set classes of which one is the true one in a stated share of cases, where the manifest knows such sets
     */
    record Classification(List<PredictedClass> classes, Optional<PredictionSet> set) implements OutputPrediction {
        public Classification {
            classes = List.copyOf(classes);
        }

        /** Without a set. */
        public Classification(List<PredictedClass> classes) {
            this(classes, Optional.empty());
        }
    }

    /**
     * What was found of that which the manifest's output looks for.
     *
     * @param places the most probable first
     * @param line from where on something counted as found
     */
    record Detection(List<PredictedPlace> places, OperatingPoint line) implements OutputPrediction {
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
