package org.tandem.net;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.ProtocolViolation;

/**
 * Answers the requests of one association: C-STORE through the handler, C-ECHO, and a refusal for the rest (PS3.7 9.3,
 * PS3.4 Annex B). The place where exceptions become status codes.
 */
final class StoreServices {

    private static final Logger log = LoggerFactory.getLogger(StoreServices.class);

    private static final double NANOS_PER_SECOND = 1e9;

    private final StoreHandler handler;
    private final Predicate<Uid> storable;
    private final AssociationInfo association;
    private final long startNanos = System.nanoTime();
    private int proposed;
    private int accepted;
    private long objects;
    private long bytes;

    /** @param storable which SOP classes the peer may store here */
    StoreServices(StoreHandler handler, Predicate<Uid> storable, AssociationInfo association) {
        this.handler = handler;
        this.storable = storable;
        this.association = association;
    }

    /** Notes how many presentation contexts were proposed and how many accepted. */
    void negotiated(int proposedContexts, int acceptedContexts) {
        proposed = proposedContexts;
        accepted = acceptedContexts;
    }

    /** What was done so far, for the log. */
    @Override
    public String toString() {
        double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        return String.format(
                Locale.ROOT,
                "%d contexts proposed, %d accepted; %d objects, %d bytes in %.1f s",
                proposed,
                accepted,
                objects,
                bytes,
                seconds);
    }

    /** Serves one message to its end; throws only where the association cannot go on. */
    void serve(Message message, MessageReader reader, Responses responses) throws IOException {
        if ((message.field() & CommandField.RESPONSE) != 0) {
            throw new ProtocolViolation(AbortReason.SERVICE_USER, "a response to a request that was never made");
        }
        CompletionStage<StoreOutcome> outcome =
                message.hasDataSet() ? answer(message, reader.dataSet(), responses) : known(answer(message));
        if (message.field() != CommandField.C_CANCEL_RQ) { // has no response of its own (PS3.7 9.3.2.3)
            responses.respond(message, outcome);
        }
    }

    /** A request without a data set. */
    private static StoreOutcome answer(Message message) {
        return switch (message.field()) {
            case CommandField.C_ECHO_RQ -> StoreOutcome.SUCCESS;
            case CommandField.C_STORE_RQ ->
                new StoreOutcome(DimseStatus.CANNOT_UNDERSTAND, "C-STORE request without a data set");
            default -> unrecognized();
        };
    }

    private CompletionStage<StoreOutcome> answer(Message message, DataSetInput dataSet, Responses responses)
            throws IOException {
        CompletionStage<StoreOutcome> outcome =
                switch (message.field()) {
                    case CommandField.C_ECHO_RQ -> known(StoreOutcome.SUCCESS);
                    case CommandField.C_STORE_RQ -> store(message, dataSet, responses);
                    default -> known(unrecognized());
                };
        dataSet.drain();
        bytes += dataSet.countBytes();
        return outcome;
    }

    private CompletionStage<StoreOutcome> store(Message message, DataSetInput dataSet, Responses responses)
            throws IOException {
        if (responses.underWay(message.messageId())) {
            return known(DimseStatus.DUPLICATE_INVOCATION, "Message ID of a request that is under way");
        }
        String sopClass = message.command().string(Tag.AFFECTED_SOP_CLASS_UID).orElse("");
        String sopInstance =
                message.command().string(Tag.AFFECTED_SOP_INSTANCE_UID).orElse("");
        if (!Uid.isValid(sopInstance)) {
            return known(DimseStatus.INVALID_SOP_INSTANCE, "Affected SOP Instance UID is no UID");
        }
        if (!Uid.isValid(sopClass) || !storable.test(Uid.of(sopClass))) {
            return known(DimseStatus.SOP_CLASS_NOT_SUPPORTED, "SOP class is no storage class known here");
        }
        StoreRequest request = new StoreRequest(
                Uid.of(sopClass), Uid.of(sopInstance), message.context().syntax(), association);
        CompletionStage<StoreOutcome> outcome = handle(request, dataSet, responses.several());
        objects++;
        return outcome;
    }

    private CompletionStage<StoreOutcome> handle(StoreRequest request, DataSetInput dataSet, boolean several)
            throws IOException {
        try {
            return several
                    ? handler.begin(request, dataSet).exceptionally(e -> failed(request, cause(e)))
                    : known(handler.store(request, dataSet));
        } catch (IOException e) {
            if (dataSet.broken()) {
                throw e;
            }
            return known(failed(request, e));
        } catch (RuntimeException e) {
            return known(failed(request, e));
        }
    }

    /** Stages wrap what was thrown on the way. */
    private static Throwable cause(Throwable e) {
        return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    }

    private static StoreOutcome failed(StoreRequest request, Throwable e) {
        if (e instanceof IOException) {
            log.error("Storing {} failed; the sender is told to try again", request.sopInstance(), e);
            return new StoreOutcome(DimseStatus.OUT_OF_RESOURCES, "Storage failed");
        }
        if (e instanceof TandemException known) {
            log.error("Storing {} failed", request.sopInstance(), e);
            return new StoreOutcome(status(known.kind()), "See the log of the node");
        }
        log.error("Storing {} failed; this is a mistake in the program", request.sopInstance(), e);
        return StoreOutcome.FAILED;
    }

    private static CompletionStage<StoreOutcome> known(DimseStatus status, String comment) {
        return known(new StoreOutcome(status, comment));
    }

    private static CompletionStage<StoreOutcome> known(StoreOutcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    private static DimseStatus status(TandemException.Kind kind) {
        return switch (kind) {
            case RETRY -> DimseStatus.OUT_OF_RESOURCES;
            case REFUSE -> DimseStatus.CANNOT_UNDERSTAND;
            case BUG -> DimseStatus.PROCESSING_FAILURE;
        };
    }

    private static StoreOutcome unrecognized() {
        return new StoreOutcome(DimseStatus.UNRECOGNIZED_OPERATION, "Only C-STORE and C-ECHO are served here");
    }
}
