package org.tandem.work;

import java.util.List;
import org.tandem.dicom.Uid;

/**
 * What a destination said to a set of results; the texts are for people and hold no patient identity.
 *
 * @param taken instances that it has now
 * @param leftOut what it was not sent, and why; empty if nothing
 */
record SendOutcome(Verdict verdict, String message, List<Uid> taken, String leftOut) {

    enum Verdict {
        /** Every object that was sent was answered with Success or with a warning that means stored. */
        ACCEPTED,
        /** At least one object was refused for good, or nothing could be sent. */
        REFUSED,
        /** Something failed that may succeed later. */
        FAILED
    }

    SendOutcome {
        taken = List.copyOf(taken);
    }

    /** Where nothing was sent, or it does not matter what. */
    SendOutcome(Verdict verdict, String message) {
        this(verdict, message, List.of(), "");
    }
}
