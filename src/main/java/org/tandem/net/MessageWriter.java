package org.tandem.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetWriter;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.PduReader;
import org.tandem.net.pdu.PduType;
import org.tandem.net.pdu.ProtocolViolation;
import org.tandem.net.pdu.UserInformation;

/**
 * Writes DIMSE messages as P-DATA-TF PDUs, one PDV in each (PS3.8 9.3.5, Annex E). Everything is laid out in one
 * buffer, heads in front of their payload, and leaves in whole PDUs; so a command and the beginning of its data set
 * share a write, and nothing ever waits for an acknowledgement.
 */
public final class MessageWriter {

    /** Our own limit where the peer names none or a larger one; measured, see docs of the bench. */
    static final int MAX_PDU_BYTES = 256 * 1024;

    /** A peer that announces less is broken or hostile. */
    static final int LEAST_PDU_BYTES = 128;

    private static final int PDV_HEAD_BYTES = 6;
    private static final int HEADS_BYTES = PduReader.HEAD_BYTES + PDV_HEAD_BYTES;
    /** Room for the command of a store request before the first fragment of its data set. */
    private static final int COMMAND_ROOM_BYTES = 1024;

    private static final int COMMAND = 1;
    private static final int LAST = 2;

    private final PeerOutput out;
    private final int maxFragmentBytes;
    private final ByteBuffer buffer;

    /** @param peerMaxLengthBytes what the peer announced; 0 for no limit */
    MessageWriter(PeerOutput out, long peerMaxLengthBytes) {
        long max = peerMaxLengthBytes == 0 ? MAX_PDU_BYTES : Math.min(peerMaxLengthBytes, MAX_PDU_BYTES);
        this.out = out;
        this.maxFragmentBytes = (int) (max - PDV_HEAD_BYTES) & ~1; // PS3.8 E.1: fragments are even
        this.buffer = ByteBuffer.allocate(COMMAND_ROOM_BYTES + HEADS_BYTES + maxFragmentBytes);
    }

    /** A writer that keeps to what this peer announced; refuses a peer that can take next to nothing. */
    static MessageWriter to(Link link, UserInformation peer) throws ProtocolViolation {
        long max = peer.maxLengthBytes();
        if (max != 0 && max < LEAST_PDU_BYTES) {
            throw new ProtocolViolation(
                    AbortReason.INVALID_PARAMETER, "maximum length " + max + ", expected at least " + LEAST_PDU_BYTES);
        }
        return new MessageWriter(link.out(), max);
    }

    int maxFragmentBytes() {
        return maxFragmentBytes;
    }

    /** Lays out a command set; it leaves with what follows, or by {@link #flush}. */
    void command(int contextId, DataSet command) throws IOException {
        byte[] bytes = DataSetWriter.commandBytes(command);
        int offset = 0;
        do {
            int length = Math.min(maxFragmentBytes, bytes.length - offset);
            boolean last = offset + length == bytes.length;
            if (buffer.remaining() < HEADS_BYTES + length) {
                flush();
            }
            putHeads(buffer.position(), contextId, COMMAND | (last ? LAST : 0), length);
            buffer.position(buffer.position() + HEADS_BYTES);
            buffer.put(bytes, offset, length);
            offset += length;
        } while (offset < bytes.length);
    }

    /** Sends a message that is a command set alone. */
    synchronized void send(int contextId, DataSet command) throws IOException {
        command(contextId, command);
        flush();
    }

    /** Sends a message whose data set is in memory. */
    synchronized void send(AcceptedContext context, DataSet command, DataSet dataSet) throws IOException {
        command(context.id(), command);
        DataSetOutput out = new DataSetOutput(this, context.id(), () -> {});
        DataSetWriter.write(dataSet, context.syntax(), out);
        out.finish();
    }

    void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** The buffer, placed where the payload of the next data set fragment goes and limited to what one may hold. */
    ByteBuffer fragment() throws IOException {
        if (buffer.remaining() < HEADS_BYTES + maxFragmentBytes) {
            flush();
        }
        int start = buffer.position() + HEADS_BYTES;
        return buffer.position(start).limit(start + maxFragmentBytes);
    }

    /** Sends the fragment that was laid into the buffer of {@link #fragment}, with all before it. */
    void sendFragment(int contextId, int length, boolean last) throws IOException {
        int end = buffer.position();
        putHeads(end - length - HEADS_BYTES, contextId, last ? LAST : 0, length);
        buffer.limit(buffer.capacity());
        flush();
    }

    private void putHeads(int position, int contextId, int control, int length) {
        buffer.put(position, (byte) PduType.DATA_TF.code())
                .put(position + 1, (byte) 0)
                .putInt(position + 2, length + PDV_HEAD_BYTES)
                .putInt(position + 6, length + 2)
                .put(position + 10, (byte) contextId)
                .put(position + 11, (byte) control);
    }
}
