package org.tandem.work;

import java.math.BigInteger;
import org.tandem.dicom.Uid;

/** Short names that follow from what they name. */
final class Hashes {

    private Hashes() {}

    /** The lower 64 bits of the UID that is derived from the parts, as 16 hexadecimal digits. */
    static String hex16(String... parts) {
        String decimal = Uid.derived(parts).value().substring("2.25.".length());
        return String.format("%016x", new BigInteger(decimal).longValue());
    }
}
