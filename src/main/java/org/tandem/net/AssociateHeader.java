package org.tandem.net;

/**
 * The fixed fields of A-ASSOCIATE-RQ and -AC (PS3.8 9.3.2), titles and reserved bytes as they stand on the wire, one
 * character a byte, because the answer echoes them.
 *
 * @param protocolVersion bit 0 set means version 1; the other bits are not tested
 * @param called 16 characters
 * @param calling 16 characters
 * @param reserved 32 characters
 */
record AssociateHeader(int protocolVersion, String called, String calling, String reserved) {

    static final int TITLE_BYTES = 16;
    static final int RESERVED_BYTES = 32;
    /** Protocol version, two reserved bytes, two titles, the reserved field. */
    static final int BYTES = 2 + 2 + 2 * TITLE_BYTES + RESERVED_BYTES;

    static AssociateHeader of(AeTitle called, AeTitle calling) {
        return new AssociateHeader(1, padded(called), padded(calling), "\0".repeat(RESERVED_BYTES));
    }

    boolean speaksVersion1() {
        return (protocolVersion & 1) == 1;
    }

    private static String padded(AeTitle title) {
        return title.value() + " ".repeat(TITLE_BYTES - title.value().length());
    }
}
