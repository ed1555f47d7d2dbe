package org.tandem.result.finding;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.model.Meaning;
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
     * @param explained what was looked for; empty if the map explains all that the model said
     */
    public record ExplanationMap(Purpose purpose, String label, Volume values, Optional<Meaning> explained) {

        /** Of all that the model said. */
        public ExplanationMap(Purpose purpose, String label, Volume values) {
            this(purpose, label, values, Optional.empty());
        }

        public boolean explains(Finding finding) {
            return explained.isEmpty() || explained.get().equals(finding.meaning());
        }
    }

    /** What a map shows. */
    @SuppressWarnings("ImmutableEnumChecker") // a Code is a record of strings
    public enum Purpose {
        SALIENCY("Saliency", new Code("130404", "DCM", "Saliency")),
        CLASS_ACTIVATION("Activation", new Code("130402", "DCM", "Class activation")),
        GRADIENT_CLASS_ACTIVATION("Grad-CAM", new Code("130403", "DCM", "Gradient-weighted class activation")),
        UNCERTAINTY("Uncertainty", new Code("uncertainty", "99TANDEM", "Uncertainty of the model"));

        private final String label;
        private final Code quantity;

        Purpose(String label, Code quantity) {
            this.label = label;
            this.quantity = quantity;
        }

        /** In at most 16 letters. */
        public String label() {
            return label;
        }

        /** Quantity Definition of a parametric map. */
        public Code quantity() {
            return quantity;
        }
    }
}
