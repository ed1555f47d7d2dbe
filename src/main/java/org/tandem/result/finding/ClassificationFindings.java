package org.tandem.result.finding;

import java.util.List;
import java.util.Optional;
import org.tandem.model.Interval;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;

/** What a classification output said of the source as a whole: every class that it evaluated, present or not. */
public record ClassificationFindings(List<Score> scores) implements OutputFindings {

    public ClassificationFindings {
        scores = List.copyOf(scores);
    }

    /**
     * One class.
     *
     * @param probability 0 to 1
     * @param interval of the probability, where the model knows one; if it holds the threshold, presence is
     *     undetermined
     */
    public record Score(Meaning meaning, double probability, Optional<Interval> interval, Decision decision) {

        /** Present from the threshold of the operating point on. */
        public Score(Meaning meaning, double probability, Optional<Interval> interval, OperatingPoint operatingPoint) {
            this(
                    meaning,
                    probability,
                    interval,
                    new Decision(Optional.of(operatingPoint), probability >= operatingPoint.threshold()));
        }
    }

    /**
     * Whether a class counts as present.
     *
     * @param operatingPoint where the line is drawn; empty where one class of several is the present one
     */
    public record Decision(Optional<OperatingPoint> operatingPoint, boolean present) {}
}
