package org.tandem.net;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.ProtocolViolation;

/**
 * Storage commitment on one association that a peer opened (PS3.4 Annex J): its requests, what it reports to us, and
 * our reports to it while the association is still open. A requestor that goes on at once, as to release, is not
 * interrupted by a report; one that waits has it.
 */
final class CommitmentServices {

    private static final Logger log = LoggerFactory.getLogger(CommitmentServices.class);

    /** How long a requestor may be silent after it asked, before it is taken to wait for the report. */
    private static final Duration SILENCE = Duration.ofMillis(500);

    private final CommitmentHandler handler;
    private final AssociationInfo association;
    private final Map<Uid, AcceptedContext> owed = new LinkedHashMap<>();
    private final Map<Integer, Uid> outstanding = new HashMap<>();
    private int messageId;

    CommitmentServices(CommitmentHandler handler, AssociationInfo association) {
        this.handler = handler;
        this.association = association;
    }

    /** Whether this message is served here. */
    boolean takes(Message message) {
        return message.context().abstractSyntax().equals(StorageCommitment.SOP_CLASS)
                && (message.field() == CommandField.N_ACTION_RQ
                        || message.field() == CommandField.N_EVENT_REPORT_RQ
                        || message.field() == (CommandField.N_EVENT_REPORT_RQ | CommandField.RESPONSE));
    }

    void serve(Message message, MessageReader reader, Responses responses) throws IOException {
        switch (message.field()) {
            case CommandField.N_ACTION_RQ -> {
                StoreOutcome outcome = CommitmentReports.asked(message, reader, request -> asked(message, request));
                responses.respond(message, CompletableFuture.completedFuture(outcome));
            }
            case CommandField.N_EVENT_REPORT_RQ -> {
                StoreOutcome outcome =
                        CommitmentReports.told(message, reader, result -> handler.told(result, association));
                responses.respond(message, CompletableFuture.completedFuture(outcome));
            }
            default -> taken(message, reader);
        }
    }

    /** Sends what is owed, if the peer is silent: then it waits for it. */
    void reportTo(MessageReader reader, MessageWriter writer, Responses responses) throws IOException {
        if (owed.isEmpty() || reader.arrivesWithin(SILENCE)) {
            return;
        }
        responses.finish(); // nobody else writes now
        for (Map.Entry<Uid, AcceptedContext> one : owed.entrySet()) {
            Optional<CommitmentResult> result = handler.resultFor(one.getKey(), association);
            if (result.isPresent()) {
                messageId++;
                outstanding.put(messageId, one.getKey());
                writer.send(
                        one.getValue(),
                        Commands.eventReport(messageId, result.get().eventType()),
                        result.get().dataSet());
            }
        }
        owed.clear();
    }

    private StoreOutcome asked(Message message, CommitmentRequest request) {
        StoreOutcome outcome = handler.asked(request, association);
        log.info(
                "{} asks for storage commitment {} of {} instances: {}",
                association.calling(),
                request.transaction(),
                request.instances().size(),
                outcome.status());
        if (outcome.status() == DimseStatus.SUCCESS) {
            owed.put(request.transaction(), message.context());
        }
        return outcome;
    }

    private void taken(Message message, MessageReader reader) throws IOException {
        int answered = message.answers();
        Uid transaction = outstanding.remove(answered);
        if (transaction == null) {
            throw new ProtocolViolation(
                    AbortReason.SERVICE_USER, "a response to message " + answered + ", which was never sent");
        }
        if (message.hasDataSet()) {
            reader.dataSet().drain();
        }
        int status = message.command().integer(Tag.STATUS).orElse(DimseStatus.PROCESSING_FAILURE.code());
        if (new StoreResult(status, "").stored()) {
            handler.reported(transaction, association);
        } else {
            log.warn(
                    "{} did not take the report of storage commitment {}: {}",
                    association.calling(),
                    transaction,
                    String.format("%04XH", status));
        }
    }
}
