package org.tandem.result.finding;

import java.util.List;
import org.tandem.dicom.Code;
import org.tandem.volume.Volume;

/** Maps that explain what a model said: where it looked, or where it is unsure. */
public record MapFindings(List<ExplanationMap> maps) implements OutputFindings {

    public MapFindings {
        maps = List.copyOf(maps);
    }

    /**
     * One map.
     *
     * @param label for people, as in "Saliency of nodule"
     * @param values on the grid of the source, 0 to 1 unless the purpose says otherwise
     */
    public record ExplanationMap(Purpose purpose, String label, Volume values) {}

    /** What a map shows. */
    @SuppressWarnings("ImmutableEnumChecker") // a Code is a record of strings
    public enum Purpose {
        SALIENCY(new Code("130404", "DCM", "Saliency")),
        CLASS_ACTIVATION(new Code("130402", "DCM", "Class activation")),
        GRADIENT_CLASS_ACTIVATION(new Code("130403", "DCM", "Gradient-weighted class activation")),
        UNCERTAINTY(new Code("uncertainty", "99TANDEM", "Uncertainty of the model"));

        private final Code quantity;

        Purpose(Code quantity) {
            this.quantity = quantity;
        }

        /** Quantity Definition of a parametric map. */
        public Code quantity() {
            return quantity;
        }
    }
}
