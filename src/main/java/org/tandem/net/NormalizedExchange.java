package org.tandem.net;

import java.io.IOException;
import java.time.Duration;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.net.pdu.AcceptedContext;

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
        Message message = association.next(patience);
        while ((message.field() & CommandField.RESPONSE) == 0) {
            listener.asked(message);
            message = association.next(patience);
        }
        message.requireAnswerTo(messageId);
        if (message.hasDataSet()) {
            association.reader().dataSet().drain();
        }
        return new StoreResult(
                message.command().integer(Tag.STATUS).orElse(DimseStatus.PROCESSING_FAILURE.code()),
                Admissions.printable(message.command().string(Tag.ERROR_COMMENT).orElse("")));
    }
}
