package org.tandem.dicom.check;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/** A content item of a structured report (PS3.3 C.17.3), as it stands, right or wrong. */
record ContentItem(DataSet dataSet) {

    static final int CONTENT_SEQUENCE = Tag.of(0x0040, 0xA730);
    private static final int RELATIONSHIP_TYPE = Tag.of(0x0040, 0xA010);
    private static final int VALUE_TYPE = Tag.of(0x0040, 0xA040);
    private static final int CONCEPT_NAME = Tag.of(0x0040, 0xA043);
    private static final int CONCEPT_CODE = Tag.of(0x0040, 0xA168);
    private static final int CONTENT_TEMPLATE = Tag.of(0x0040, 0xA504);
    private static final int TEMPLATE_IDENTIFIER = Tag.of(0x0040, 0xDB00);
    private static final int REFERENCED_CONTENT_ITEM = Tag.of(0x0040, 0xDB73);
    private static final int LONG_CODE_VALUE = Tag.of(0x0008, 0x0119);
    private static final int TEXT_VALUE = Tag.of(0x0040, 0xA160);
    private static final int UID_VALUE = Tag.of(0x0040, 0xA124);
    private static final int MEASURED_VALUE = Tag.of(0x0040, 0xA300);
    private static final int UNITS = Tag.of(0x0040, 0x08EA);
    private static final int QUALIFIER = Tag.of(0x0040, 0xA301);

    List<ContentItem> children() {
        return dataSet.items(CONTENT_SEQUENCE).stream()
                .filter(item -> !item.contains(REFERENCED_CONTENT_ITEM)) // by reference: it stands elsewhere
                .map(ContentItem::new)
                .toList();
    }

    String relationship() {
        return dataSet.string(RELATIONSHIP_TYPE).orElse("");
    }

    String valueType() {
        return dataSet.string(VALUE_TYPE).orElse("");
    }

    /** The concept name as "DCM:121071"; "-" where there is none. */
    String concept() {
        return dataSet.item(CONCEPT_NAME).map(ContentItem::code).orElse(TemplateRow.NONE);
    }

    /** The coded value as "DCM:121007"; empty where there is none. */
    String code() {
        return dataSet.item(CONCEPT_CODE).map(ContentItem::code).orElse("");
    }

    /** The value of TEXT or UIDREF; empty of others. */
    String text() {
        return dataSet.string(TEXT_VALUE).or(() -> dataSet.string(UID_VALUE)).orElse("");
    }

    /** What people call it: the meaning of its concept name, else its value type. Never its value. */
    String title() {
        Optional<String> meaning = dataSet.item(CONCEPT_NAME).flatMap(code -> code.string(Tag.CODE_MEANING));
        return meaning.orElse(valueType().isEmpty() ? "content item" : valueType());
    }

    /** The template that it says it follows, as in "1500". */
    Optional<String> template() {
        return dataSet.item(CONTENT_TEMPLATE).flatMap(template -> template.string(TEMPLATE_IDENTIFIER));
    }

    /** Whether a NUM has a value without units, or neither a value nor why there is none (PS3.3 C.18.1). */
    Optional<String> wrongNumber() {
        if (!valueType().equals("NUM")) {
            return Optional.empty();
        }
        Optional<DataSet> measured = dataSet.item(MEASURED_VALUE);
        if (measured.isEmpty()) {
            return dataSet.hasValue(QUALIFIER)
                    ? Optional.empty()
                    : Optional.of("no value and no qualifier that says why");
        }
        return measured.get().hasValue(UNITS) ? Optional.empty() : Optional.of("no Measurement Units Code Sequence");
    }

    private static String code(DataSet item) {
        String value = item.string(Tag.CODE_VALUE)
                .or(() -> item.string(LONG_CODE_VALUE))
                .orElse("");
        return item.string(Tag.CODING_SCHEME_DESIGNATOR).orElse("") + ":" + value;
    }
}
