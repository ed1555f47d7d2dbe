package org.tandem.net.pdu;

/** A-RELEASE-RP (PS3.8 9.3.7). */
public record ReleaseResponse() implements Pdu {

    @Override
    public PduType type() {
        return PduType.RELEASE_RP;
    }
}
