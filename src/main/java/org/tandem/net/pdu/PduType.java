package org.tandem.net.pdu;

import java.util.Optional;

/** The seven protocol data units of the upper layer (PS3.8 9.3.1), by the first byte of each. */
public enum PduType {
    ASSOCIATE_RQ(0x01),
    ASSOCIATE_AC(0x02),
    ASSOCIATE_RJ(0x03),
    DATA_TF(0x04),
    RELEASE_RQ(0x05),
    RELEASE_RP(0x06),
    ABORT(0x07);

    private final int code;

    PduType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static Optional<PduType> of(int code) {
        return code >= ASSOCIATE_RQ.code && code <= ABORT.code ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
