package org.tandem.net;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetWriter;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/** One operation as requestor, from the command to the response that quotes its message id (PS3.7 9.1.1, 9.1.5). */
final class StoreExchange {

    private final RequestedAssociation association;
    private final AcceptedContext context;
    private final int messageId;
    private final Duration patience;
    private long sentBytes;
    private @Nullable StoreResult early;

    /** @param patience how long the peer may take to answer once it has all */
    StoreExchange(RequestedAssociation association, AcceptedContext context, int messageId, Duration patience) {
        this.association = association;
        this.context = context;
        this.messageId = messageId;
        this.patience = patience;
    }

    long sentBytes() {
        return sentBytes;
    }

    StoreResult echo(Uid verification) throws IOException {
        association.writer().command(context.id(), Commands.echoRequest(messageId, verification));
        association.writer().flush();
        return response();
    }

    StoreResult store(StoredFile file) throws IOException {
        association
                .writer()
                .command(context.id(), Commands.storeRequest(messageId, file.sopClass(), file.sopInstance()));
        DataSetOutput out = new DataSetOutput(association.writer(), context.id(), this::listen);
        try {
            write(file, out);
            out.finish();
        } catch (AnsweredEarly e) {
            out.cutShort();
        }
        sentBytes = out.sentBytes();
        return early != null ? early : response();
    }

    /** As it stands in the file where the peer took that syntax; rewritten where it took another. */
    private void write(StoredFile file, DataSetOutput out) throws IOException {
        if (file.syntax().uid().equals(context.syntax().uid())) {
            out.writeFile(file.path(), file.encoded().offset());
        } else {
            DataSet dataSet = DicomFileReader.read(file.path()).dataSet();
            DataSetWriter.write(dataSet, context.syntax(), out);
        }
    }

    /**
     * A peer may fail an object before it has all of it (PS3.7 9.1.1.2), and may then stop reading: so what has come is
     * read between fragments. An early success is kept, and the rest sent all the same.
     */
    private void listen() throws IOException {
        if (early == null && association.link().in().hasArrived()) {
            StoreResult answer = response();
            early = answer;
            if (!answer.stored()) {
                throw new AnsweredEarly();
            }
        }
    }

    private StoreResult response() throws IOException {
        Optional<Message> message = association.reader().next(patience);
        if (message.isEmpty()) {
            association.link().send(new ReleaseResponse());
            throw new PeerClosedException("by a release in the middle of an operation");
        }
        DataSet command = message.get().command();
        int answered = command.integer(Tag.MESSAGE_ID_BEING_RESPONDED_TO).orElse(0);
        if ((message.get().field() & CommandField.RESPONSE) == 0 || answered != messageId) {
            throw new ProtocolViolation(
                    AbortReason.SERVICE_USER,
                    String.format(
                            "command %04XH answering message %d, expected a response to message %d",
                            message.get().field(), answered, messageId));
        }
        if (message.get().hasDataSet()) {
            association.reader().dataSet().drain();
        }
        int status = command.integer(Tag.STATUS).orElse(DimseStatus.PROCESSING_FAILURE.code());
        return new StoreResult(
                status, Admissions.printable(command.string(Tag.ERROR_COMMENT).orElse("")));
    }

    /** Leaves the writing of a data set that the peer has failed already. */
    private static final class AnsweredEarly extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
