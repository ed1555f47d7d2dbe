package org.tandem.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.ProtocolViolation;

/**
 * The bytes of one data set as its fragments come (PS3.8 Annex E): ends with the last fragment, throws when the peer
 * aborts, closes, times out or breaks the protocol before. Read from large arrays, the bytes are not copied on the way.
 */
final class DataSetInput extends InputStream {

    private static final int TRANSFER_BYTES = 128 * 1024;

    private final PdvCursor pdvs;
    private final int contextId;
    private final long maxBytes;
    private long countBytes;
    private boolean entered;
    private @Nullable IOException failure;

    DataSetInput(PdvCursor pdvs, long maxBytes) {
        this.pdvs = pdvs;
        this.contextId = pdvs.contextId();
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (failure != null) {
            throw failure;
        }
        try {
            return fetch(target, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[TRANSFER_BYTES];
        long transferred = 0;
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
            out.write(buffer, 0, count);
            transferred += count;
        }
        return transferred;
    }

    /** Bytes that have come so far. */
    long countBytes() {
        return countBytes;
    }

    /** Whether the association broke under this data set: there is nobody to answer. */
    boolean broken() {
        return failure != null;
    }

    /** Reads and forgets what is left, so that the next message can be read. */
    void drain() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    private int fetch(byte[] target, int offset, int length) throws IOException {
        while (!entered || pdvs.remaining() == 0) {
            if (entered && pdvs.isLast()) {
                return -1;
            }
            enterNext();
        }
        int count = pdvs.read(target, offset, length);
        countBytes += count;
        if (countBytes > maxBytes) {
            throw new ProtocolViolation(AbortReason.SERVICE_USER, "data set is longer than " + maxBytes + " bytes");
        }
        return count;
    }

    private void enterNext() throws IOException {
        pdvs.next();
        entered = true;
        if (pdvs.isCommand() || pdvs.contextId() != contextId) {
            throw new ProtocolViolation(
                    AbortReason.UNEXPECTED_PDU,
                    (pdvs.isCommand() ? "command" : "data set") + " fragment on context " + pdvs.contextId()
                            + ", expected data set fragment on context " + contextId);
        }
    }
}
