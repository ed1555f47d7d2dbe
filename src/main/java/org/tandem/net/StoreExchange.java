package org.tandem.net;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetWriter;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.ProtocolViolation;

/**
 * The operations of one association that we asked for and that are not answered yet (PS3.7 9.1.1, 9.1.5): each from its
 * command to the response that quotes its message id, in whichever order responses come. For one thread, which reads
 * what has come whenever it writes or waits.
 */
final class StoreExchange {

    private static final int MAX_MESSAGE_ID = 0xFFFE;

    /** One operation under way; the file is empty text for C-ECHO. */
    private record Outstanding(Path file, Consumer<StoreResult> answered) {}

    private final RequestedAssociation association;
    private final Duration patience;
    private final Map<Integer, Outstanding> outstanding = new LinkedHashMap<>();
    private int messageId;
    private long objects;
    private long sentBytes;

    /** @param patience how long the peer may take to the next answer, once it has all */
    StoreExchange(RequestedAssociation association, Duration patience) {
        this.association = association;
        this.patience = patience;
    }

    /** That were sent. */
    long objects() {
        return objects;
    }

    long sentBytes() {
        return sentBytes;
    }

    /** Files that were sent, whole or in part, and not answered, in the order of sending. */
    List<Path> unanswered() {
        return outstanding.values().stream().map(Outstanding::file).toList();
    }

    void echo(AcceptedContext context, Uid verification, Consumer<StoreResult> answered) throws IOException {
        int id = begin(new Outstanding(Path.of(""), answered));
        association.writer().command(context.id(), Commands.echoRequest(id, verification));
        association.writer().flush();
        awaitAnswers(0);
    }

    /** Sends one object, when as few are outstanding as the window asks for; its answer may come in a later call. */
    void store(StoredFile file, AcceptedContext context, Consumer<StoreResult> answered) throws IOException {
        int window = association.operations();
        if (window > 0) {
            awaitAnswers(window - 1);
        }
        int id = begin(new Outstanding(file.path(), answered));
        association.writer().command(context.id(), Commands.storeRequest(id, file.sopClass(), file.sopInstance()));
        DataSetOutput out = new DataSetOutput(association.writer(), context.id(), () -> listen(id));
        try {
            write(file, context, out);
            out.finish();
        } catch (AnsweredEarly e) {
            out.cutShort();
        }
        objects++;
        sentBytes += out.sentBytes();
    }

    /** Waits until no more than so many operations are outstanding. */
    void awaitAnswers(int most) throws IOException {
        while (outstanding.size() > most) {
            receive();
        }
    }

    private int begin(Outstanding operation) {
        do {
            messageId = messageId % MAX_MESSAGE_ID + 1;
        } while (outstanding.containsKey(messageId));
        outstanding.put(messageId, operation);
        return messageId;
    }

    /** As it stands in the file where the peer took that syntax; rewritten where it took another. */
    private static void write(StoredFile file, AcceptedContext context, DataSetOutput out) throws IOException {
        if (file.syntax().uid().equals(context.syntax().uid())) {
            out.writeFile(file.path(), file.encoded().offset());
        } else {
            DataSet dataSet = DicomFileReader.read(file.path()).dataSet();
            DataSetWriter.write(dataSet, context.syntax(), out);
        }
    }

    /**
     * A peer may fail an object before it has all of it (PS3.7 9.1.1.2), and may then stop reading; and it may answer
     * objects sent before. So what has come is read between fragments. After an early success the rest is sent all the
     * same.
     */
    private void listen(int sending) throws IOException {
        while (association.link().in().hasArrived()) {
            Answer answer = receive();
            if (answer.messageId() == sending && !answer.result().stored()) {
                throw new AnsweredEarly();
            }
        }
    }

    /** Reads the next response, and tells whoever waits for it. */
    private Answer receive() throws IOException {
        Message message = association.next(patience);
        DataSet command = message.command();
        int answered = message.answers();
        Outstanding operation = outstanding.get(answered);
        if ((message.field() & CommandField.RESPONSE) == 0 || operation == null) {
            throw unexpected(message, answered);
        }
        if (message.hasDataSet()) {
            association.reader().dataSet().drain();
        }
        outstanding.remove(answered);
        StoreResult result = result(command);
        operation.answered().accept(result);
        return new Answer(answered, result);
    }

    private static StoreResult result(DataSet command) {
        int status = command.integer(Tag.STATUS).orElse(DimseStatus.PROCESSING_FAILURE.code());
        return new StoreResult(
                status, Admissions.printable(command.string(Tag.ERROR_COMMENT).orElse("")));
    }

    private ProtocolViolation unexpected(Message message, int answered) {
        return new ProtocolViolation(
                AbortReason.SERVICE_USER,
                String.format(
                        "command %04XH answering message %d, expected a response to message %s",
                        message.field(),
                        answered,
                        outstanding.keySet().stream().map(String::valueOf).collect(Collectors.joining(" or "))));
    }

    /** A response that has come. */
    private record Answer(int messageId, StoreResult result) {}

    /** Leaves the writing of a data set that the peer has failed already. */
    private static final class AnsweredEarly extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
