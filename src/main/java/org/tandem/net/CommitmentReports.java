package org.tandem.net;

import java.io.IOException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;

/** Reads what comes for storage commitment, and answers it: a bad message is answered, never thrown. */
final class CommitmentReports {

    private static final Logger log = LoggerFactory.getLogger(CommitmentReports.class);

    /** A reference takes some 150 bytes: a hundred thousand instances at once. */
    private static final long MAX_DATA_SET_BYTES = 16L << 20;

    private CommitmentReports() {}

    /** The outcome of an N-ACTION request. */
    static StoreOutcome asked(Message message, MessageReader reader, Function<CommitmentRequest, StoreOutcome> handler)
            throws IOException {
        boolean known = message.command().integer(Tag.ACTION_TYPE_ID).orElse(0) == StorageCommitment.REQUEST;
        return outcome(
                message,
                reader,
                known ? dataSet -> handler.apply(CommitmentRequest.of(dataSet)) : refusal(DimseStatus.NO_SUCH_ACTION));
    }

    /** The outcome of an N-EVENT-REPORT request. */
    static StoreOutcome told(Message message, MessageReader reader, Function<CommitmentResult, StoreOutcome> handler)
            throws IOException {
        boolean known = CommitmentResult.isEventType(
                message.command().integer(Tag.EVENT_TYPE_ID).orElse(0));
        return outcome(
                message,
                reader,
                known
                        ? dataSet -> handler.apply(CommitmentResult.of(dataSet))
                        : refusal(DimseStatus.NO_SUCH_EVENT_TYPE));
    }

    private static Function<DataSet, StoreOutcome> refusal(DimseStatus status) {
        return dataSet -> new StoreOutcome(status, "");
    }

    private static StoreOutcome outcome(Message message, MessageReader reader, Function<DataSet, StoreOutcome> handler)
            throws IOException {
        if (!message.hasDataSet()) {
            return new StoreOutcome(DimseStatus.INVALID_ARGUMENT_VALUE, "A data set is missing");
        }
        DataSetInput in = reader.dataSet(MAX_DATA_SET_BYTES);
        StoreOutcome outcome = outcome(message, in, handler);
        in.drain();
        return outcome;
    }

    private static StoreOutcome outcome(Message message, DataSetInput in, Function<DataSet, StoreOutcome> handler)
            throws IOException {
        DataSet dataSet;
        try {
            dataSet = DataSetReader.read(in, message.context().syntax());
        } catch (IOException | TandemException e) {
            if (in.broken()) {
                throw e;
            }
            log.warn("Storage commitment message cannot be read: {}", e.getMessage());
            return new StoreOutcome(DimseStatus.INVALID_ARGUMENT_VALUE, "Data set cannot be read");
        }
        try {
            return handler.apply(dataSet);
        } catch (TandemException e) {
            log.warn("Storage commitment message not taken: {}", e.getMessage());
            return e.kind() == TandemException.Kind.REFUSE
                    ? new StoreOutcome(DimseStatus.INVALID_ARGUMENT_VALUE, "See the log of the node")
                    : StoreOutcome.FAILED;
        } catch (RuntimeException e) {
            log.error("Storage commitment failed; this is a mistake in the program", e);
            return StoreOutcome.FAILED;
        }
    }
}
