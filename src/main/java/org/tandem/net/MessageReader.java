package org.tandem.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.Pdu;
import org.tandem.net.pdu.ProtocolViolation;
import org.tandem.net.pdu.ReleaseRequest;

/** Reads the DIMSE messages of one association, one after the other (PS3.7 6.3, PS3.8 Annex E). */
final class MessageReader {

    private final Link link;
    private final PdvCursor pdvs;
    private final ReceiveLimits limits;

    MessageReader(Link link, Map<Integer, AcceptedContext> contexts, ReceiveLimits limits) {
        this.link = link;
        this.pdvs = new PdvCursor(link, contexts, limits.toleratedPduBytes());
        this.limits = limits;
    }

    /**
     * The next command set, all its fragments together; empty when the peer asks for release instead.
     *
     * @param patience how long the peer may take to begin
     */
    Optional<Message> next(Duration patience) throws IOException {
        if (!pdvs.inPdu()) {
            Pdu pdu = link.await(patience);
            if (pdu instanceof ReleaseRequest) {
                return Optional.empty();
            }
            pdvs.enter(pdu);
        }
        return Optional.of(message());
    }

    /** The data set of the message that was read last. */
    DataSetInput dataSet() {
        return new DataSetInput(pdvs, limits.maxObjectBytes());
    }

    /** The same where it is read into memory: no longer than this. */
    DataSetInput dataSet(long maxBytes) {
        return new DataSetInput(pdvs, Math.min(maxBytes, limits.maxObjectBytes()));
    }

    /** Whether the peer sends anything, or ends the connection, within this time. */
    boolean arrivesWithin(Duration patience) throws IOException {
        return pdvs.inPdu() || link.arrivesWithin(patience);
    }

    private Message message() throws IOException {
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        pdvs.next();
        AcceptedContext context = pdvs.context();
        check(context);
        append(command);
        while (!pdvs.isLast()) {
            pdvs.next();
            check(context);
            append(command);
        }
        return new Message(context, CommandSets.decode(command.toByteArray()));
    }

    private void check(AcceptedContext context) throws ProtocolViolation {
        if (!pdvs.isCommand() || pdvs.contextId() != context.id()) {
            throw new ProtocolViolation(
                    AbortReason.UNEXPECTED_PDU,
                    (pdvs.isCommand() ? "command" : "data set") + " fragment on context " + pdvs.contextId()
                            + ", expected command fragment on context " + context.id());
        }
    }

    private void append(ByteArrayOutputStream command) throws IOException {
        if (command.size() + pdvs.remaining() > limits.maxCommandBytes()) {
            throw new ProtocolViolation(
                    AbortReason.INVALID_PARAMETER, "command set longer than " + limits.maxCommandBytes() + " bytes");
        }
        byte[] fragment = new byte[(int) pdvs.remaining()];
        int filled = 0;
        while (filled < fragment.length) {
            filled += pdvs.read(fragment, filled, fragment.length - filled);
        }
        command.writeBytes(fragment);
    }
}
