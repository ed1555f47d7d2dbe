package org.tandem.net.pdu;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads PDUs off the stream of one association (PS3.8 9.3). Never reserves memory for a length that a peer announces,
 * only for bytes that have come.
 */
public final class PduReader {

    /** Type, a reserved byte, the length of what follows. */
    public static final int HEAD_BYTES = 6;

    /** 128 contexts of 40 transfer syntaxes each make about 200 KB. */
    static final int MAX_ASSOCIATE_BYTES = 1 << 20;

    /** A-ASSOCIATE-RJ, A-RELEASE and A-ABORT have four bytes; a surplus up to this is skipped. */
    static final int MAX_CONTROL_BYTES = 256;

    private static final int CONTROL_BYTES = 4;

    private final InputStream in;

    public PduReader(InputStream in) {
        this.in = in;
    }

    /** The PDU whose first byte was just read; throws {@link ProtocolViolation} where it is malformed. */
    public Pdu read(int firstByte) throws IOException {
        PduType type = PduType.of(firstByte)
                .orElseThrow(() -> new ProtocolViolation(
                        AbortReason.UNRECOGNIZED_PDU, String.format("PDU type %02XH, expected 01H to 07H", firstByte)));
        long length = lengthIn(take(HEAD_BYTES - 1));
        return switch (type) {
            case ASSOCIATE_RQ -> AssociateParser.request(take(bounded(type, length, MAX_ASSOCIATE_BYTES)));
            case ASSOCIATE_AC -> AssociateParser.accept(take(bounded(type, length, MAX_ASSOCIATE_BYTES)));
            case ASSOCIATE_RJ -> reject(control(type, length));
            case DATA_TF -> new DataTransfer(length);
            case RELEASE_RQ -> released(new ReleaseRequest(), control(type, length));
            case RELEASE_RP -> released(new ReleaseResponse(), control(type, length));
            case ABORT -> abort(control(type, length));
        };
    }

    private static long lengthIn(byte[] head) throws ProtocolViolation {
        ItemCursor cursor = new ItemCursor(head);
        cursor.skip(1);
        return cursor.uint32();
    }

    private static Pdu reject(ItemCursor body) throws ProtocolViolation {
        body.skip(1);
        int result = body.uint8();
        int source = body.uint8();
        return new AssociateReject(result, source, body.uint8());
    }

    private static Pdu abort(ItemCursor body) throws ProtocolViolation {
        body.skip(2);
        int source = body.uint8();
        return new Abort(source, body.uint8());
    }

    private static Pdu released(Pdu pdu, ItemCursor body) throws ProtocolViolation {
        body.skip(CONTROL_BYTES);
        return pdu;
    }

    private ItemCursor control(PduType type, long length) throws IOException {
        return new ItemCursor(take(bounded(type, length, MAX_CONTROL_BYTES)));
    }

    private static int bounded(PduType type, long length, int max) throws ProtocolViolation {
        if (length > max) {
            throw new ProtocolViolation(
                    AbortReason.INVALID_PARAMETER, type + " of " + length + " bytes, expected at most " + max);
        }
        return (int) length;
    }

    private byte[] take(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new PeerClosedException("in the middle of a PDU");
        }
        return bytes;
    }
}
