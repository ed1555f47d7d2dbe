package org.tandem.net.pdu;

/**
 * The fixed fields of A-ASSOCIATE-RQ and -AC (PS3.8 9.3.2), titles and reserved bytes as they stand on the wire, one
 * character a byte, because the answer echoes them.
 *
 * @param protocolVersion bit 0 set means version 1; the other bits are not tested
 * @param called 16 characters
 * @param calling 16 characters
 * @param reserved 32 characters
 */
public record AssociateHeader(int protocolVersion, String called, String calling, String reserved) {

    static final int TITLE_BYTES = 16;
    public static final int RESERVED_BYTES = 32;
    /** Protocol version, two reserved bytes, two titles, the reserved field. */
    static final int BYTES = 2 + 2 + 2 * TITLE_BYTES + RESERVED_BYTES;

    public static AssociateHeader of(String called, String calling) {
        return new AssociateHeader(1, padded(called), padded(calling), "\0".repeat(RESERVED_BYTES));
    }

    public boolean speaksVersion1() {
        return (protocolVersion & 1) == 1;
    }

    private static String padded(String title) {
        return title + " ".repeat(TITLE_BYTES - title.length());
    }
}
