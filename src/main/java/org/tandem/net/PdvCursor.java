package org.tandem.net;

import java.io.IOException;
import java.util.Map;
import org.tandem.net.pdu.Abort;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.DataTransfer;
import org.tandem.net.pdu.Pdu;
import org.tandem.net.pdu.PeerClosedException;
import org.tandem.net.pdu.ProtocolViolation;

/**
 * Where the reader stands in the chain of presentation data values of an association (PS3.8 9.3.5.1, Annex E). A PDU
 * may hold several, a message may span many PDUs; nothing is assumed about either.
 */
final class PdvCursor {

    private static final int LENGTH_BYTES = 4;
    /** Context id and message control header: what a PDV's length counts besides its data. */
    private static final int PDV_HEAD_BYTES = 2;

    private static final int COMMAND_BIT = 1;
    private static final int LAST_BIT = 2;

    private final Link link;
    private final Map<Integer, AcceptedContext> contexts;
    private final long maxPduBytes;
    private long pduRemaining;
    private long pdvRemaining;
    private int contextId;
    private int control;

    /** @param maxPduBytes greatest P-DATA-TF length that is tolerated */
    PdvCursor(Link link, Map<Integer, AcceptedContext> contexts, long maxPduBytes) {
        this.link = link;
        this.contexts = contexts;
        this.maxPduBytes = maxPduBytes;
    }

    /** Whether the next PDV stands in a PDU that is being read already. */
    boolean inPdu() {
        return pduRemaining > 0;
    }

    /** Enters a P-DATA-TF whose head was read. */
    void enter(Pdu pdu) throws IOException {
        if (pdu instanceof Abort abort) {
            throw new PeerAbortedException(abort);
        }
        if (!(pdu instanceof DataTransfer data)) {
            throw new ProtocolViolation(AbortReason.UNEXPECTED_PDU, pdu.type() + ", expected P-DATA-TF");
        }
        if (data.lengthBytes() > maxPduBytes || data.lengthBytes() < LENGTH_BYTES + PDV_HEAD_BYTES) {
            throw invalid("P-DATA-TF of " + data.lengthBytes() + " bytes, expected 6 to " + maxPduBytes);
        }
        pduRemaining = data.lengthBytes();
    }

    /** Steps to the next PDV, over the border of PDUs where needed; the one before must have been read to its end. */
    void next() throws IOException {
        if (!inPdu()) {
            enter(link.read());
        }
        if (pduRemaining < LENGTH_BYTES + PDV_HEAD_BYTES) {
            throw invalid(pduRemaining + " bytes after the last PDV");
        }
        long length = (long) octet() << 24 | (long) octet() << 16 | (long) octet() << 8 | octet();
        pduRemaining -= LENGTH_BYTES;
        if (length < PDV_HEAD_BYTES || length > pduRemaining) {
            throw invalid("PDV of " + length + " bytes, expected 2 to " + pduRemaining);
        }
        contextId = octet();
        control = octet();
        pduRemaining -= length;
        pdvRemaining = length - PDV_HEAD_BYTES;
        if (!contexts.containsKey(contextId)) {
            throw invalid("presentation context " + contextId + " was not accepted");
        }
    }

    boolean isCommand() {
        return (control & COMMAND_BIT) != 0;
    }

    boolean isLast() {
        return (control & LAST_BIT) != 0;
    }

    /** Bytes of this PDV not read yet. */
    long remaining() {
        return pdvRemaining;
    }

    int contextId() {
        return contextId;
    }

    /** The context of this PDV, which was accepted. */
    AcceptedContext context() {
        AcceptedContext context = contexts.get(contextId);
        if (context == null) {
            throw new IllegalStateException("No PDV was entered");
        }
        return context;
    }

    /** Some bytes of this PDV, at least one; not to be called at its end. */
    int read(byte[] target, int offset, int length) throws IOException {
        int count = link.in().read(target, offset, (int) Math.min(length, pdvRemaining));
        if (count < 0) {
            throw new PeerClosedException("in the middle of a message");
        }
        pdvRemaining -= count;
        return count;
    }

    private int octet() throws IOException {
        int octet = link.in().read();
        if (octet < 0) {
            throw new PeerClosedException("in the middle of a PDU");
        }
        return octet;
    }

    private static ProtocolViolation invalid(String message) {
        return new ProtocolViolation(AbortReason.INVALID_PARAMETER, message);
    }
}
