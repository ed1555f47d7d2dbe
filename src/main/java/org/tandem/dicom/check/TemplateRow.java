package org.tandem.dicom.check;

import java.util.List;
import java.util.Set;

/**
 * A row of a template (PS3.16 6.1), with the rows below it.
 *
 * @param template its template, as in "1411"
 * @param number of the row in the standard; empty where it is not known
 * @param relationships with the parent; none of a root
 * @param valueTypes one of these; INCLUDE of a row that stands for another template's rows
 * @param concepts as "DCM:121071", "*" for any, "-" for none; of INCLUDE the template
 * @param most how many at most
 * @param type M, MC, U
 * @param condition of MC: "some x" or "one x" of all rows of this x, "if A = B", "unless A = B", "one x if A"
 * @param values codes that a CODE may have; none where any is allowed
 */
record TemplateRow(
        String template,
        String number,
        Set<String> relationships,
        Set<String> valueTypes,
        List<String> concepts,
        int most,
        String type,
        String condition,
        Set<String> values,
        List<TemplateRow> below) {

    static final String ANY = "*";
    static final String NONE = "-";
    private static final String INCLUDE = "INCLUDE";

    boolean isInclude() {
        return valueTypes.contains(INCLUDE);
    }

    /** Whether this row names the item's concept, not just any. */
    boolean names(ContentItem item) {
        return concepts.contains(item.concept()) && !item.concept().equals(NONE);
    }

    boolean fits(ContentItem item) {
        boolean concept = concepts.contains(item.concept())
                || (concepts.contains(ANY) && !item.concept().equals(NONE));
        return concept && valueTypes.contains(item.valueType()) && relates(item);
    }

    boolean relates(ContentItem item) {
        return relationships.isEmpty() || relationships.contains(item.relationship());
    }

    /** The same row, related as the row that includes its template says. */
    TemplateRow as(TemplateRow include) {
        return new TemplateRow(
                template,
                number,
                include.relationships().isEmpty() ? relationships : include.relationships(),
                valueTypes,
                concepts,
                include.most() > 1 ? Integer.MAX_VALUE : most,
                type,
                condition,
                values,
                below);
    }

    /** As in "PS3.16 TID 1411 row 7". */
    String section() {
        boolean own = Character.isDigit(template.charAt(0)); // some rows are common to several templates
        String tid = own ? "TID " + template : template.equals("group") ? "TID 1410, 1411, 1501" : "TID 300, 1419";
        return "PS3.16 2024e " + tid + (number.isEmpty() ? "" : " row " + number);
    }
}
