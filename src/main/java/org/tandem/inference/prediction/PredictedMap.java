package org.tandem.inference.prediction;

import java.util.Optional;
import org.tandem.model.Meaning;
import org.tandem.volume.Volume;

/**
 * A map that explains a prediction.
 *
 * @param label for people
 * @param values on the grid of the source, 0 to 1
 * @param explained the class that it speaks of; empty if it is about all that was said
 */
public record PredictedMap(Kind kind, String label, Volume values, Optional<Meaning> explained) {

    /** Of all that was said. */
    public PredictedMap(Kind kind, String label, Volume values) {
        this(kind, label, values, Optional.empty());
    }

    /** Of one class. */
    public static PredictedMap of(Kind kind, Meaning explained, Volume values) {
        return new PredictedMap(kind, "Saliency of " + explained.label(), values, Optional.of(explained));
    }

    /** What a map shows. */
    public enum Kind {
        /** What mattered for a class: how much less probable it becomes without. */
        SALIENCY,
        /** What spoke for a class: features weighted with gradients. */
        CLASS_ACTIVATION,
        /** Where a segmentation was unsure. */
        UNCERTAINTY
    }
}
