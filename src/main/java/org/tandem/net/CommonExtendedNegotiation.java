package org.tandem.net;

import java.util.List;

/**
 * SOP Class Common Extended Negotiation (PS3.7 D.3.3.6): of which kind a SOP class is that the acceptor may not know.
 * Only in requests, and never answered.
 *
 * @param serviceClass UID of its service class, {@link #STORAGE} for one
 * @param relatedGeneralClasses of which it is a special case (PS3.4 B.3.1.3), the nearest first; often none
 */
record CommonExtendedNegotiation(String sopClass, String serviceClass, List<String> relatedGeneralClasses) {

    /** The Storage Service Class (PS3.6 Annex A). */
    static final String STORAGE = "1.2.840.10008.4.2";

    CommonExtendedNegotiation {
        relatedGeneralClasses = List.copyOf(relatedGeneralClasses);
    }

    boolean storage() {
        return serviceClass.equals(STORAGE);
    }
}
