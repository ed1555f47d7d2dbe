package org.tandem.dicom.check;

import java.util.List;
import java.util.Optional;

/**
 * What a module asks of one attribute (PS3.3), apart from those in its items.
 *
 * @param section where, as in "C.7.6.3"
 * @param type "1", "1C", "2", "2C" or "3" (PS3.5 7.4)
 * @param when the condition of Type 1C and 2C, where it is one that can be told from the object
 * @param onlyThen whether the attribute may not be there where the condition does not hold
 * @param items "1", "0-1" or "1-n"; empty where any number is allowed
 */
record AttributeRule(
        String section,
        String type,
        Optional<Requirement> when,
        boolean onlyThen,
        List<AllowedValues> values,
        String items) {

    private static final String ONLY = "only ";

    AttributeRule {
        values = List.copyOf(values);
    }

    /** From the cells section, path, type, condition, values, items. */
    static AttributeRule of(String module, String[] row) {
        String section = row[1].isEmpty() ? "module " + module : row[1];
        boolean onlyThen = row[4].startsWith(ONLY);
        String condition = onlyThen ? row[4].substring(ONLY.length()) : row[4];
        return new AttributeRule(
                section.startsWith("PS3.") ? section : "PS3.3 " + section,
                row[3],
                condition.isEmpty() ? Optional.empty() : Optional.of(Requirement.of(condition)),
                onlyThen,
                AllowedValues.of(row[5]),
                row[6]);
    }

    /** Whether the attribute has to be there. */
    boolean requires(Scope scope) {
        return switch (type) {
            case "1", "2" -> true;
            case "1C", "2C" -> when.isPresent() && when.get().holds(scope);
            default -> false;
        };
    }

    boolean needsValue() {
        return type.startsWith("1");
    }

    boolean allowsItems(int count) {
        return switch (items) {
            case "1" -> count == 1;
            case "0-1" -> count <= 1;
            case "1-n" -> count >= 1;
            default -> true;
        };
    }

    /** "Type 1", or of what is conditional also when. */
    String typeWords() {
        String words = when.map(Requirement::words).orElse("");
        String reason =
                words.isEmpty() ? "" : words.contains("SOPClassUID") ? " of this SOP class" : ", required if " + words;
        return "Type " + type + reason;
    }
}
