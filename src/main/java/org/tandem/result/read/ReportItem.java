package org.tandem.result.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.dicom.Code;

/**
 * A content item of a structured report (PS3.3 C.17.3).
 *
 * @param relationship to the item above it: CONTAINS, HAS OBS CONTEXT and so on; empty of the root
 * @param valueType as it stands, empty of a reference to another item
 * @param concept Concept Name, which images and coordinates may do without
 */
public record ReportItem(
        String relationship, String valueType, Optional<Code> concept, ItemValue value, List<ReportItem> children) {

    public ReportItem {
        children = List.copyOf(children);
    }

    /** Whether its concept name is this code. */
    public boolean is(Code code) {
        return concept.filter(code::equals).isPresent();
    }

    /** The item and all below it, in the order of the document. */
    public Stream<ReportItem> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(ReportItem::all));
    }
}
