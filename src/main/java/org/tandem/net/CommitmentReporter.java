package org.tandem.net;

import java.util.List;
import java.util.Optional;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.ProtocolViolation;
import org.tandem.net.pdu.Role;

/**
 * Tells peers what became of what they asked us to keep, over associations of our own (PS3.4 J.3.3: N-EVENT-REPORT,
 * role SCP by role selection).
 */
public final class CommitmentReporter {

    private final ScuOptions options;

    public CommitmentReporter(ScuOptions options) {
        this.options = options;
    }

    /** Reports once; throws an {@link AssociationException} where the peer cannot be reached or breaks off. */
    public StoreResult report(Peer peer, CommitmentResult result) {
        Requesting requesting = Requesting.open(peer, options, List.of(StorageCommitment.context(Role.SCP)));
        try {
            Optional<AcceptedContext> context = requesting.context(StorageCommitment.SOP_CLASS);
            if (context.isEmpty()) {
                return StoreResult.noAcceptedContext("Storage Commitment");
            }
            return requesting.run((association, messageId) -> new NormalizedExchange(
                            association,
                            context.get(),
                            messageId,
                            options.timeouts().response())
                    .run(
                            Commands.eventReport(messageId, result.eventType()),
                            result.dataSet(),
                            CommitmentReporter::refuse));
        } finally {
            requesting.release();
        }
    }

    private static void refuse(Message request) throws ProtocolViolation {
        throw new ProtocolViolation(
                AbortReason.SERVICE_USER, String.format("command %04XH, expected a response", request.field()));
    }
}
