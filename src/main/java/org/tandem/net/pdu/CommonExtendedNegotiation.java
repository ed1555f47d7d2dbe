package org.tandem.net.pdu;

import java.util.Collection;
import java.util.List;
import org.tandem.dicom.SopClasses;

/**
 * SOP Class Common Extended Negotiation (PS3.7 D.3.3.6): of which kind a SOP class is that the acceptor may not know.
 * Only in requests, and never answered.
 *
 * @param serviceClass UID of its service class, {@link #STORAGE} for one
 * @param relatedGeneralClasses of which it is a special case (PS3.4 B.3.1.3), the nearest first; often none
 */
public record CommonExtendedNegotiation(String sopClass, String serviceClass, List<String> relatedGeneralClasses) {

    /** The Storage Service Class (PS3.6 Annex A). */
    public static final String STORAGE = "1.2.840.10008.4.2";

    public CommonExtendedNegotiation {
        relatedGeneralClasses = List.copyOf(relatedGeneralClasses);
    }

    /**
     * Of the SOP classes that no edition of the standard names, as those of vendors: we store them, they are storage.
     */
    public static List<CommonExtendedNegotiation> declared(Collection<ProposedContext> proposed) {
        return proposed.stream()
                .map(ProposedContext::sopClass)
                .distinct()
                .filter(sopClass -> !SopClasses.isKnown(sopClass))
                .map(sopClass -> new CommonExtendedNegotiation(sopClass.value(), STORAGE, List.of()))
                .toList();
    }

    public boolean storage() {
        return serviceClass.equals(STORAGE);
    }
}
