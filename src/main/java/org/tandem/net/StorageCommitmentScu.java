package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.PeerClosedException;
import org.tandem.net.pdu.ProtocolViolation;
import org.tandem.net.pdu.ReleaseResponse;
import org.tandem.net.pdu.Role;

/**
 * Asks a peer to keep instances safe, over one association that it opened (PS3.4 Annex J, role SCU). The result comes
 * over the same association, or later over one that the peer opens to our {@link StorageScp}: to its
 * {@link CommitmentHandler}. For one thread.
 */
public final class StorageCommitmentScu implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(StorageCommitmentScu.class);

    private final Peer peer;
    private final ScuOptions options;
    private final Requesting requesting;
    private @Nullable CommitmentResult result;

    private StorageCommitmentScu(Peer peer, ScuOptions options) {
        this.peer = peer;
        this.options = options;
        this.requesting = Requesting.open(peer, options, List.of(StorageCommitment.context(Role.SCU)));
    }

    /** Opens an association; throws an {@link AssociationException} where the peer cannot be reached or rejects it. */
    public static StorageCommitmentScu open(Peer peer, ScuOptions options) {
        return new StorageCommitmentScu(peer, options);
    }

    /** Asks (N-ACTION). Success says that the peer will tell the result, not what it is. */
    public StoreResult request(CommitmentRequest request) {
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
                        Commands.actionRequest(messageId, StorageCommitment.REQUEST),
                        request.dataSet(),
                        message -> told(association, message, request.transaction())));
    }

    /** The result, if the peer tells it over this association within this time. */
    public Optional<CommitmentResult> awaitResult(Uid transaction, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            boolean more = true;
            while (more && result == null) {
                more = requesting.run((association, unused) -> next(association, transaction, deadline));
            }
        } catch (AssociationException e) {
            log.info("No result over the association on which it was asked for: {}", e.getMessage());
        }
        return Optional.ofNullable(result);
    }

    /** Releases the association, unless it is over already. */
    @Override
    public void close() {
        if (requesting.release()) {
            log.info("Association with {} released", peer);
        }
    }

    /** Whether something came before the deadline. */
    private boolean next(RequestedAssociation association, Uid transaction, long deadline) throws IOException {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        if (!association.reader().arrivesWithin(left)) {
            return false;
        }
        Optional<Message> message = association.reader().next(options.timeouts().betweenPdus());
        if (message.isEmpty()) {
            association.link().send(new ReleaseResponse());
            throw new PeerClosedException("by a release before the result");
        }
        told(association, message.get(), transaction);
        return true;
    }

    private void told(RequestedAssociation association, Message message, Uid transaction) throws IOException {
        if (message.field() != CommandField.N_EVENT_REPORT_RQ) {
            throw new ProtocolViolation(
                    AbortReason.SERVICE_USER,
                    String.format("command %04XH, expected a report of storage commitment", message.field()));
        }
        StoreOutcome outcome = CommitmentReports.told(message, association.reader(), told -> take(told, transaction));
        association.writer().send(message.context().id(), Commands.response(message, outcome));
    }

    private StoreOutcome take(CommitmentResult told, Uid transaction) {
        if (!told.transaction().equals(transaction)) {
            return new StoreOutcome(DimseStatus.PROCESSING_FAILURE, "Transaction UID is not known here");
        }
        result = told;
        return StoreOutcome.SUCCESS;
    }
}
