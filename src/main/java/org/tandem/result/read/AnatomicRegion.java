package org.tandem.result.read;

import java.util.List;
import java.util.stream.Stream;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/** Where in the body (PS3.3 10.5): a region and what narrows it down. */
public record AnatomicRegion(Code region, List<Code> modifiers) {

    public AnatomicRegion {
        modifiers = List.copyOf(modifiers);
    }

    /** All items of Anatomic Region Sequence (0008,2218) that have a code. */
    static List<AnatomicRegion> all(DataSet from) {
        return from.items(Tag.ANATOMIC_REGION_SEQUENCE).stream()
                .flatMap(AnatomicRegion::of)
                .toList();
    }

    private static Stream<AnatomicRegion> of(DataSet item) {
        return ReadCodes.of(item)
                .map(code -> new AnatomicRegion(code, ReadCodes.all(item, Tag.ANATOMIC_REGION_MODIFIER_SEQUENCE)))
                .stream();
    }
}
