package org.tandem.dicom.check;

import java.util.HashSet;
import java.util.Set;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Value;

/** Looks for private coding schemes (PS3.3 8.2: their designators begin with 99) that the object does not identify. */
final class CodingSchemeCheck {

    private static final String PRIVATE = "99";

    private final Set<String> identified = new HashSet<>();
    private final CheckNotes notes;

    private CodingSchemeCheck(CheckNotes notes) {
        this.notes = notes;
    }

    static void check(DataSet dataSet, CheckNotes notes) {
        CodingSchemeCheck check = new CodingSchemeCheck(notes);
        dataSet.items(Tag.CODING_SCHEME_IDENTIFICATION_SEQUENCE)
                .forEach(scheme -> scheme.string(Tag.CODING_SCHEME_DESIGNATOR).ifPresent(check.identified::add));
        check.inside(dataSet, Place.ROOT);
    }

    private void inside(DataSet dataSet, Place place) {
        for (Element element : dataSet.elements()) {
            if (element.tag() == Tag.CODING_SCHEME_DESIGNATOR) {
                String scheme = dataSet.string(element.tag()).orElse("");
                if (scheme.startsWith(PRIVATE) && identified.add(scheme)) { // said once
                    String got =
                            "got the private scheme " + scheme + ", which Coding Scheme Identification Sequence lacks";
                    notes.warning(place, element, got, "PS3.3 C.12.1.1.4");
                }
            } else if (element.value() instanceof Value.Items sequence) {
                int number = 1;
                for (DataSet item : sequence.items()) {
                    inside(item, place.item(element.tag(), number++));
                }
            }
        }
    }
}
