package org.tandem.result.read;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;

/** Concepts of PS3.16 TID 1500 and below, by their code of today and, of older documents, that of SNOMED-RT (SRT). */
enum ReportConcept {
    MEASUREMENT_GROUP("125007", "DCM"),
    TRACKING_IDENTIFIER("112039", "DCM"),
    TRACKING_UNIQUE_IDENTIFIER("112040", "DCM"),
    FINDING("121071", "DCM"),
    FINDING_CATEGORY("276214006", "SCT"),
    FINDING_SITE("363698007", "SCT", "G-C0E3", "SRT"),
    LATERALITY("272741003", "SCT", "G-C171", "SRT"),
    TOPOGRAPHICAL_MODIFIER("106233006", "SCT", "G-A1F8", "SRT"),
    MEASUREMENT_METHOD("370129005", "SCT", "G-C036", "SRT"),
    DERIVATION("121401", "DCM"),
    GEOMETRIC_PURPOSE_OF_REGION("130400", "DCM"),
    VOLUME("118565006", "SCT", "G-D705", "SRT"),
    REFERENCED_SEGMENT("121191", "DCM"),
    REFERENCED_SEGMENTATION_FRAME("121214", "DCM"),
    SOURCE_SERIES_FOR_SEGMENTATION("121232", "DCM"),
    ALGORITHM_NAME("111001", "DCM"),
    ALGORITHM_PARAMETERS("111002", "DCM"),
    ALGORITHM_VERSION("111003", "DCM"),
    ALGORITHM_MANUFACTURER("122405", "DCM"),
    ALGORITHM_FAMILY("111000", "DCM");

    private final List<Code> codes;

    ReportConcept(String value, String scheme) {
        this.codes = List.of(new Code(value, scheme, name()));
    }

    ReportConcept(String value, String scheme, String older, String olderScheme) {
        this.codes = List.of(new Code(value, scheme, name()), new Code(older, olderScheme, name()));
    }

    boolean is(Code code) {
        return codes.contains(code);
    }

    boolean names(ReportItem item) {
        return item.concept().filter(this::is).isPresent();
    }

    /** The code of the first child of this name. */
    Optional<Code> code(ReportItem parent) {
        return value(parent, ItemValue.Coded.class).map(ItemValue.Coded::code);
    }

    /** The text of the first child of this name. */
    Optional<String> text(ReportItem parent) {
        return value(parent, ItemValue.Text.class).map(ItemValue.Text::text).filter(text -> !text.isEmpty());
    }

    private <T extends ItemValue> Optional<T> value(ReportItem parent, Class<T> type) {
        return parent.children().stream()
                .filter(this::names)
                .map(ReportItem::value)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
