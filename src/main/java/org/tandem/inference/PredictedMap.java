package org.tandem.inference;

import org.tandem.volume.Volume;

/**
 * A map that explains a prediction.
 *
 * @param label for people
 * @param values on the grid of the source, 0 to 1
 */
public record PredictedMap(Kind kind, String label, Volume values) {

    /** What a map shows. */
    public enum Kind {
        /** What mattered for a class. */
        SALIENCY,
        /** Where a segmentation was unsure: entropy over its greatest value. */
        UNCERTAINTY
    }
}
