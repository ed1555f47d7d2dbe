package org.tandem.net;

import org.tandem.dicom.Uid;

/** What Tandem calls itself to peers, until the package dicom says it. */
final class Implementation {

    static final Uid CLASS_UID = new Uid("2.25.1");
    static final String VERSION_NAME = "TANDEM_01";

    private Implementation() {}
}
