package org.tandem.net;

import java.io.IOException;
import java.time.Duration;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * One DIMSE-N operation or notification with a data set, as requestor (PS3.7 10.1), to the response that quotes its
 * message id; requests of the peer may come in between.
 */
final class NormalizedExchange {

    private final RequestedAssociation association;
    private final AcceptedContext context;
    private final int messageId;
    private final Duration patience;

    NormalizedExchange(RequestedAssociation association, AcceptedContext context, int messageId, Duration patience) {
        this.association = association;
        this.context = context;
        this.messageId = messageId;
        this.patience = patience;
    }

    /** Takes a request of the peer; its data set is still to be read. */
    @FunctionalInterface
    interface Listener {
        void asked(Message request) throws IOException;
    }

    StoreResult run(DataSet command, DataSet dataSet, Listener listener) throws IOException {
        association.writer().send(context, command, dataSet);
        Message message = next();
        while ((message.field() & CommandField.RESPONSE) == 0) {
            listener.asked(message);
            message = next();
        }
        int answered =
                message.command().integer(Tag.MESSAGE_ID_BEING_RESPONDED_TO).orElse(0);
        if (answered != messageId) {
            throw new ProtocolViolation(
                    AbortReason.SERVICE_USER,
                    "a response to message " + answered + ", expected one to message " + messageId);
        }
        if (message.hasDataSet()) {
            association.reader().dataSet().drain();
        }
        return new StoreResult(
                message.command().integer(Tag.STATUS).orElse(DimseStatus.PROCESSING_FAILURE.code()),
                Admissions.printable(message.command().string(Tag.ERROR_COMMENT).orElse("")));
    }

    private Message next() throws IOException {
        return association
                .reader()
                .next(patience)
                .orElseThrow(() -> new PeerClosedException("by a release in the middle of an operation"));
    }
}
