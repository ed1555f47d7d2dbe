package org.tandem.result.seg;

import java.util.List;
import org.tandem.dicom.Code;
import org.tandem.dicom.Tag;
import org.tandem.model.AnatomicSite;
import org.tandem.model.Meaning;
import org.tandem.result.finding.Finding;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.CieLab;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.PlainText;

/** One item of the Segment Sequence (PS3.3 C.8.20.4): what a segment is, and which algorithm drew it. */
record SegmentItem(Algorithm algorithm, Finding.Segmented finding) {

    private static final int THRESHOLD_DIGITS = 4;

    void write(ModuleWriter item) {
        Meaning meaning = finding.meaning();
        item.type1(Tag.SEGMENT_NUMBER, finding.number());
        item.type1(Tag.SEGMENT_LABEL, PlainText.longString(meaning.label()));
        item.type1(Tag.SEGMENT_ALGORITHM_TYPE, "AUTOMATIC");
        item.type1(Tag.SEGMENT_ALGORITHM_NAME, algorithm.name());
        item.type1(Tag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE, meaning.category());
        item.type1(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, type -> {
            type.code(meaning.type());
            writeCodes(type, Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE, meaning.modifiers());
        });
        meaning.site().ifPresent(site -> item.type1(Tag.ANATOMIC_REGION_SEQUENCE, region -> write(region, site)));
        item.type1(Tag.SEGMENTATION_ALGORITHM_IDENTIFICATION_SEQUENCE, this::writeAlgorithm);
        item.type1(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, CieLab.ofSegment(finding.number()));
        item.type1(Tag.TRACKING_ID, finding.tracking().identifier());
        item.type1(Tag.TRACKING_UID, finding.tracking().uid());
    }

    /** What belongs to no segment, as label maps describe it. */
    static void writeBackground(ModuleWriter item, Algorithm algorithm) {
        item.type1(Tag.SEGMENT_NUMBER, LabelMapFrames.BACKGROUND);
        item.type1(Tag.SEGMENT_LABEL, "Background");
        item.type1(Tag.SEGMENT_ALGORITHM_TYPE, "AUTOMATIC");
        item.type1(Tag.SEGMENT_ALGORITHM_NAME, algorithm.name());
        item.type1(Tag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE, Concepts.SPATIAL_AND_RELATIONAL_CONCEPT);
        item.type1(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, Concepts.BACKGROUND);
    }

    private static void write(ModuleWriter region, AnatomicSite site) {
        region.code(site.region());
        writeCodes(region, Tag.ANATOMIC_REGION_MODIFIER_SEQUENCE, site.modifiers());
    }

    private static void writeCodes(ModuleWriter out, int tag, List<Code> codes) {
        out.type1C(
                !codes.isEmpty(),
                tag,
                codes.stream()
                        .map(code -> ModuleWriter.item(item -> item.code(code)))
                        .toList());
    }

    /** Algorithm Identification (Table 10-19). */
    private void writeAlgorithm(ModuleWriter item) {
        item.type1(Tag.ALGORITHM_FAMILY_CODE_SEQUENCE, Concepts.ARTIFICIAL_INTELLIGENCE);
        item.type1(Tag.ALGORITHM_NAME, algorithm.name());
        item.type1(Tag.ALGORITHM_VERSION, algorithm.version());
        item.type3(Tag.ALGORITHM_SOURCE, algorithm.source());
        finding.subject()
                .operatingPoint()
                .ifPresent(point -> item.type3(
                        Tag.ALGORITHM_PARAMETERS,
                        "threshold=" + DecimalString.of(point.threshold(), THRESHOLD_DIGITS)));
    }
}
