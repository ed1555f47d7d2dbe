package org.tandem.result.pm;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.StandardTable;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.PlainText;

/**
 * Frame Anatomy (PS3.3 C.7.6.16.2.8): where in the body the source says that it is. dcmqi (1.5.7) reads no map without
 * it.
 */
record FrameAnatomy(DataSet sourceHeader) {

    /** Of a source that does not say, or says in a word that no table has: true of any. */
    private static final Code SOMEWHERE = new Code("123037004", "SCT", "Anatomical Structure");

    private static final Map<String, Code> REGION_OF_BODY_PART = StandardTable.rows("body-parts.tsv", 3).stream()
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> new Code(row[1], "SCT", row[2])));

    void write(ModuleWriter shared) {
        shared.type1(Tag.FRAME_ANATOMY_SEQUENCE, item -> {
            item.type1(Tag.FRAME_LATERALITY, laterality());
            item.type1(Tag.ANATOMIC_REGION_SEQUENCE, region());
        });
    }

    private String laterality() {
        return sourceHeader
                .string(Tag.IMAGE_LATERALITY)
                .or(() -> sourceHeader.string(Tag.LATERALITY))
                .filter(side -> side.matches("[RLB]"))
                .orElse("U");
    }

    private Code region() {
        DataSet group = FrameGroups.of(sourceHeader, 0).group(Tag.FRAME_ANATOMY_SEQUENCE);
        return group.item(Tag.ANATOMIC_REGION_SEQUENCE)
                .flatMap(FrameAnatomy::code)
                .or(() -> sourceHeader.string(Tag.BODY_PART_EXAMINED).map(REGION_OF_BODY_PART::get))
                .orElse(SOMEWHERE);
    }

    /** Only in plain text: a meaning in another script would be read in the wrong one. */
    private static Optional<Code> code(DataSet item) {
        Optional<String> meaning = item.string(Tag.CODE_MEANING)
                .filter(text -> !text.isBlank() && PlainText.longString(text).equals(text));
        return meaning.isPresent() && item.hasValue(Tag.CODE_VALUE) && item.hasValue(Tag.CODING_SCHEME_DESIGNATOR)
                ? Optional.of(new Code(
                        item.requireString(Tag.CODE_VALUE),
                        item.requireString(Tag.CODING_SCHEME_DESIGNATOR),
                        meaning.get()))
                : Optional.empty();
    }
}
