package org.tandem.net;

import org.tandem.dicom.Uid;

/** An information model of Query/Retrieve, and the SOP classes of its services (PS3.4 C.6). */
public enum QueryRetrieveModel {
    /** Patients hold studies: a query below PATIENT needs the Patient ID. */
    PATIENT_ROOT("1.2.840.10008.5.1.4.1.2.1."),
    /** Studies are the top, the patient's attributes are theirs. */
    STUDY_ROOT("1.2.840.10008.5.1.4.1.2.2.");

    private final String root;

    QueryRetrieveModel(String root) {
        this.root = root;
    }

    /** C-FIND's SOP class. */
    public Uid find() {
        return new Uid(root + "1");
    }

    /** C-MOVE's SOP class. */
    public Uid move() {
        return new Uid(root + "2");
    }

    /** C-GET's SOP class. */
    public Uid get() {
        return new Uid(root + "3");
    }
}
