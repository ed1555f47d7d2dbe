package org.tandem.dicom.check;

import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Value;

/**
 * Holds one attribute of a data set to its rule (PS3.5 7.4).
 *
 * @param onlyIfPresent whether nothing is to be said of an attribute that is not there
 */
record AttributeCheck(AttributeRule rule, int tag, Scope scope, Place place, CheckNotes notes, boolean onlyIfPresent) {

    void check() {
        Element element = scope.dataSet().element(tag).orElse(null);
        if (element == null) {
            if (!onlyIfPresent && rule.requires(scope)) {
                notes.missing(place, tag, "is missing, " + rule.typeWords(), rule.section());
            }
            return;
        }
        if (element.isEmpty()) {
            empty(element);
        } else {
            values(element);
        }
        if (rule.onlyThen() && rule.when().filter(when -> !when.holds(scope)).isPresent()) {
            notes.error(
                    place,
                    element,
                    "is present, allowed only if " + rule.when().get().words(),
                    rule.section());
        }
    }

    private void empty(Element element) {
        if (rule.needsValue()) {
            notes.error(place, element, "is empty, " + rule.typeWords(), rule.section());
        } else if (rule.type().equals("3") && rule.items().equals("1-n")) {
            notes.error(place, element, "is empty, expected one item or more, or not to be there", rule.section());
        }
    }

    private void values(Element element) {
        if (element.value() instanceof Value.Items sequence
                && !rule.allowsItems(sequence.items().size())) {
            String got = "got " + sequence.items().size() + " items, expected " + rule.items();
            notes.error(place, element, got, rule.section());
        }
        for (AllowedValues allowed : rule.values()) {
            if (allowed.when().isEmpty() || allowed.when().get().holds(scope)) {
                allowed.wrong(scope.dataSet(), element).ifPresent(value -> wrong(element, value, allowed));
            }
        }
    }

    private void wrong(Element element, String value, AllowedValues allowed) {
        String which = allowed.number() == 0 ? "" : " as value " + allowed.number();
        String expected = String.join(", ", allowed.values().stream().sorted().toList());
        String message = "got \"" + value + "\"" + which + ", expected "
                + (allowed.enumerated() ? "" : "one of the Defined Terms ") + expected;
        if (allowed.enumerated()) {
            notes.error(place, element, message, rule.section());
        } else {
            notes.warning(place, element, message, rule.section());
        }
    }

    /** Tag only: values may identify a patient. */
    @Override
    public String toString() {
        return Tag.format(tag);
    }
}
