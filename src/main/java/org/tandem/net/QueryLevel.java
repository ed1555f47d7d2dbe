package org.tandem.net;

import org.tandem.dicom.Tag;

/** Query/Retrieve Level (0008,0052): what the matches of a query are (PS3.4 C.6.1.1, C.6.2.1). */
public enum QueryLevel {
    PATIENT(Tag.PATIENT_ID),
    STUDY(Tag.STUDY_INSTANCE_UID),
    SERIES(Tag.SERIES_INSTANCE_UID),
    IMAGE(Tag.SOP_INSTANCE_UID);

    private final int uniqueKey;

    QueryLevel(int uniqueKey) {
        this.uniqueKey = uniqueKey;
    }

    /** The element that tells one match of this level from another. */
    public int uniqueKey() {
        return uniqueKey;
    }
}
