package org.tandem.dicom.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * Holds an object's own UIDs to what they are for: there, each another one, of a registered root (PS3.5 9, Annex B).
 */
final class IdentityCheck {

    private static final List<Integer> IDENTITIES =
            List.of(Tag.SOP_INSTANCE_UID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.FRAME_OF_REFERENCE_UID);

    private IdentityCheck() {}

    static void check(DataSet dataSet, CheckNotes notes) {
        for (int tag : List.of(Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID)) {
            if (!dataSet.hasValue(tag)) {
                notes.missing(Place.ROOT, tag, "is missing or empty, Type 1", "PS3.3 C.12.1");
            }
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int tag : IDENTITIES) {
            Optional<String> uid = dataSet.string(tag);
            Integer other = uid.isPresent() ? seen.putIfAbsent(uid.get(), tag) : null;
            if (other != null) {
                notes.error(dataSet, tag, "is the same as " + Tag.format(other), "PS3.5 9");
            }
        }
    }
}
