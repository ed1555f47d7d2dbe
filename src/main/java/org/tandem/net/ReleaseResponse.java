package org.tandem.net;

/** A-RELEASE-RP (PS3.8 9.3.7). */
record ReleaseResponse() implements Pdu {

    @Override
    public PduType type() {
        return PduType.RELEASE_RP;
    }
}
