package org.tandem.net;

import java.io.IOException;
import java.time.Duration;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetReader;
import org.tandem.net.pdu.AcceptedContext;

/**
 * One C-FIND, C-MOVE or C-GET as requestor (PS3.7 9.1.2 to 9.1.4): a request with an identifier, then responses while
 * the operation goes on, and the last one; of C-GET also requests to store in between.
 */
final class QueryExchange {

    private final RequestedAssociation association;
    private final AcceptedContext context;
    private final int messageId;
    private final Duration patience;
    private boolean cancelled;

    QueryExchange(RequestedAssociation association, AcceptedContext context, int messageId, Duration patience) {
        this.association = association;
        this.context = context;
        this.messageId = messageId;
        this.patience = patience;
    }

    /** What is done with each response, and with each request of the peer. */
    interface Listener {

        /**
         * One response.
         *
         * @param identifier empty where the response has none
         * @return whether to go on; if not, the peer is asked once to end
         */
        boolean answered(DataSet command, DataSet identifier);

        /** A request to store that comes in between; its data set is still to be read. */
        void asked(Message request) throws IOException;
    }

    /** Runs it to its end. */
    QueryStatus run(DataSet command, DataSet identifier, Listener listener) throws IOException {
        association.writer().send(context, command, identifier);
        while (true) {
            Message message = association.next(patience);
            if ((message.field() & CommandField.RESPONSE) == 0) {
                listener.asked(message);
            } else {
                QueryStatus status = answer(message, listener);
                if (!status.pending()) {
                    return status;
                }
            }
        }
    }

    private QueryStatus answer(Message message, Listener listener) throws IOException {
        message.requireAnswerTo(messageId);
        DataSet identifier = message.hasDataSet() ? identifier(message) : DataSet.EMPTY;
        if (!listener.answered(message.command(), identifier) && !cancelled) {
            cancelled = true;
            association.writer().command(context.id(), Commands.cancelRequest(messageId));
            association.writer().flush();
        }
        return QueryStatus.of(message.command());
    }

    private DataSet identifier(Message message) throws IOException {
        DataSetInput in = association.reader().dataSet();
        DataSet identifier = DataSetReader.read(in, message.context().syntax());
        in.drain();
        return identifier;
    }
}
