package org.tandem.net.pdu;

/** What the requestor of an association would be for the SOP class of a context (PS3.7 D.3.3.4). */
public enum Role {
    /** It asks and the peer performs: the default, for which nothing is negotiated. */
    SCU,
    /** The peer asks and it performs, as the storage sub-operations of C-GET do (PS3.4 C.5.3). */
    SCP,
    /** Either, on the same context. */
    BOTH;

    boolean scu() {
        return this != SCP;
    }

    boolean scp() {
        return this != SCU;
    }
}
