package org.tandem.net.pdu;

/**
 * SOP Class Extended Negotiation (PS3.7 D.3.3.5): what the service class of one SOP class wants to agree upon besides.
 *
 * @param applicationInformation as the service class lays it out, one character a byte
 */
public record ExtendedNegotiation(String sopClass, String applicationInformation) {

    /**
     * What this acceptor says of storage (PS3.4 B.3.1.4.1): level 2, every attribute is kept; signature level 3, what
     * was signed is kept as it came; no element is coerced. The bytes between are reserved.
     */
    private static final String STORAGE = "\u0002\u0000\u0003\u0000\u0000\u0000";

    /** The answer of a storage SCP, whatever the requestor said of itself. */
    public static ExtendedNegotiation ofStorage(String sopClass) {
        return new ExtendedNegotiation(sopClass, STORAGE);
    }
}
