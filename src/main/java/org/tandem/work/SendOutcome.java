package org.tandem.work;

/** What a destination said to a set of results; the message is for people and holds no patient identity. */
record SendOutcome(Verdict verdict, String message) {

    enum Verdict {
        /** Every object was answered with Success or with a warning that means stored. */
        ACCEPTED,
        /** At least one object was refused for good. */
        REFUSED,
        /** Something failed that may succeed later. */
        FAILED
    }
}
