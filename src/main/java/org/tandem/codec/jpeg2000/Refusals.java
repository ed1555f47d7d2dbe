package org.tandem.codec.jpeg2000;

import org.tandem.dicom.TandemException;

/** How this package says that a codestream is broken. */
final class Refusals {

    private Refusals() {}

    /** What was read at an offset of the frame is not what the standard allows or this decoder can hold. */
    static TandemException refused(String what, int offset, Object got, String expected) {
        return refused(what + " at byte " + offset, got, expected);
    }

    static TandemException refused(String what, Object got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, "JPEG 2000 " + what + ": got " + got + ", expected " + expected);
    }
}
