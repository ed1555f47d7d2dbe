package org.tandem.net;

import org.tandem.net.pdu.Rejection;

/** What became of a request for an association. */
sealed interface Verdict {

    /** It is served, and counts until {@link Admissions#leave}. */
    record Admitted(AssociationInfo association) implements Verdict {}

    record Refused(Rejection rejection) implements Verdict {}
}
