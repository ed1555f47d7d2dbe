package org.tandem.dicom.check;

import java.util.HashMap;
import java.util.Map;
import org.tandem.dicom.DataSet;

/** Looks for tracking UIDs that two measurement groups of a report share without sharing the identifier for people. */
final class TrackingCheck {

    private static final String IDENTIFIER = "DCM:112039";
    private static final String UNIQUE_IDENTIFIER = "DCM:112040";

    private final Map<String, String> identifierOf = new HashMap<>();
    private final CheckNotes notes;

    private TrackingCheck(CheckNotes notes) {
        this.notes = notes;
    }

    static void check(DataSet dataSet, CheckNotes notes) {
        new TrackingCheck(notes).inside(new ContentItem(dataSet));
    }

    private void inside(ContentItem group) {
        String identifier = "";
        String unique = "";
        for (ContentItem child : group.children()) {
            identifier = child.concept().equals(IDENTIFIER) ? child.text() : identifier;
            unique = child.concept().equals(UNIQUE_IDENTIFIER) ? child.text() : unique;
            inside(child);
        }
        String other = unique.isEmpty() ? null : identifierOf.putIfAbsent(unique, identifier);
        if (other != null && !other.equals(identifier)) {
            notes.add(
                    CheckFinding.Severity.ERROR,
                    group.title() + " > Tracking Unique Identifier",
                    -1,
                    "got " + unique + ", which another group has that is another finding",
                    "PS3.16 TID 1410, 1411, 1501 row 3");
        }
    }
}
