package org.tandem.net;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.ProtocolViolation;

/**
 * The command set of one DIMSE message (PS3.7 6.3), with the context it came on. Its data set, if any, is still to
 * come.
 */
record Message(AcceptedContext context, DataSet command) {

    /** What Command Data Set Type (0000,0800) says where no data set follows; every other value says that one does. */
    static final int NO_DATA_SET = 0x0101;

    int field() {
        return command.integer(Tag.COMMAND_FIELD).orElse(0);
    }

    int messageId() {
        return command.integer(Tag.MESSAGE_ID).orElse(0);
    }

    /** Of a response: the message id of its request. */
    int answers() {
        return command.integer(Tag.MESSAGE_ID_BEING_RESPONDED_TO).orElse(0);
    }

    /** Refuses a response to something else. */
    void requireAnswerTo(int messageId) throws ProtocolViolation {
        if (answers() != messageId) {
            throw new ProtocolViolation(
                    AbortReason.SERVICE_USER,
                    "a response to message " + answers() + ", expected one to message " + messageId);
        }
    }

    boolean hasDataSet() {
        return command.integer(Tag.COMMAND_DATA_SET_TYPE).orElse(NO_DATA_SET) != NO_DATA_SET;
    }
}
