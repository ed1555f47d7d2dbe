package org.tandem.net;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

/** The command sets that Tandem sends (PS3.7 9.3). */
final class Commands {

    private static final int MEDIUM_PRIORITY = 0x0000;
    private static final int DATA_SET_FOLLOWS = 0x0001;
    /** LO holds 64 characters. */
    private static final int MAX_COMMENT_CHARACTERS = 64;

    private Commands() {}

    static DataSet echoRequest(int messageId, Uid verification) {
        return DataSet.builder()
                .putUid(Tag.AFFECTED_SOP_CLASS_UID, verification)
                .putIntegers(Tag.COMMAND_FIELD, VR.US, CommandField.C_ECHO_RQ)
                .putIntegers(Tag.MESSAGE_ID, VR.US, messageId)
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, Message.NO_DATA_SET)
                .build();
    }

    static DataSet storeRequest(int messageId, Uid sopClass, Uid sopInstance) {
        return DataSet.builder()
                .putUid(Tag.AFFECTED_SOP_CLASS_UID, sopClass)
                .putIntegers(Tag.COMMAND_FIELD, VR.US, CommandField.C_STORE_RQ)
                .putIntegers(Tag.MESSAGE_ID, VR.US, messageId)
                .putIntegers(Tag.PRIORITY, VR.US, MEDIUM_PRIORITY)
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, DATA_SET_FOLLOWS)
                .putUid(Tag.AFFECTED_SOP_INSTANCE_UID, sopInstance)
                .build();
    }

    /** C-FIND or C-GET: an identifier follows (PS3.7 9.3.2.1, 9.3.3.1). */
    static DataSet queryRequest(int field, int messageId, Uid sopClass) {
        return queryBuilder(field, messageId, sopClass).build();
    }

    /** C-MOVE: an identifier follows (PS3.7 9.3.4.1). */
    static DataSet moveRequest(int messageId, Uid sopClass, AeTitle destination) {
        return queryBuilder(CommandField.C_MOVE_RQ, messageId, sopClass)
                .putText(Tag.MOVE_DESTINATION, VR.AE, destination.value())
                .build();
    }

    /** Asks that the operation with this message id be ended early; has no response of its own (PS3.7 9.3.2.3). */
    static DataSet cancelRequest(int messageId) {
        return DataSet.builder()
                .putIntegers(Tag.COMMAND_FIELD, VR.US, CommandField.C_CANCEL_RQ)
                .putIntegers(Tag.MESSAGE_ID_BEING_RESPONDED_TO, VR.US, messageId)
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, Message.NO_DATA_SET)
                .build();
    }

    private static DataSetBuilder queryBuilder(int field, int messageId, Uid sopClass) {
        return DataSet.builder()
                .putUid(Tag.AFFECTED_SOP_CLASS_UID, sopClass)
                .putIntegers(Tag.COMMAND_FIELD, VR.US, field)
                .putIntegers(Tag.MESSAGE_ID, VR.US, messageId)
                .putIntegers(Tag.PRIORITY, VR.US, MEDIUM_PRIORITY)
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, DATA_SET_FOLLOWS);
    }

    /** N-ACTION on the instance of storage commitment: its information follows (PS3.7 10.3.5.1, PS3.4 J.3.2). */
    static DataSet actionRequest(int messageId, int actionType) {
        return DataSet.builder()
                .putUid(Tag.REQUESTED_SOP_CLASS_UID, StorageCommitment.SOP_CLASS)
                .putIntegers(Tag.COMMAND_FIELD, VR.US, CommandField.N_ACTION_RQ)
                .putIntegers(Tag.MESSAGE_ID, VR.US, messageId)
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, DATA_SET_FOLLOWS)
                .putUid(Tag.REQUESTED_SOP_INSTANCE_UID, StorageCommitment.SOP_INSTANCE)
                .putIntegers(Tag.ACTION_TYPE_ID, VR.US, actionType)
                .build();
    }

    /** N-EVENT-REPORT of storage commitment: its information follows (PS3.7 10.3.1.1, PS3.4 J.3.3). */
    static DataSet eventReport(int messageId, int eventType) {
        return DataSet.builder()
                .putUid(Tag.AFFECTED_SOP_CLASS_UID, StorageCommitment.SOP_CLASS)
                .putIntegers(Tag.COMMAND_FIELD, VR.US, CommandField.N_EVENT_REPORT_RQ)
                .putIntegers(Tag.MESSAGE_ID, VR.US, messageId)
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, DATA_SET_FOLLOWS)
                .putUid(Tag.AFFECTED_SOP_INSTANCE_UID, StorageCommitment.SOP_INSTANCE)
                .putIntegers(Tag.EVENT_TYPE_ID, VR.US, eventType)
                .build();
    }

    /**
     * The response to any request: SOP class and instance are sent back as they came, for some requestors want them.
     */
    static DataSet response(Message request, StoreOutcome outcome) {
        DataSetBuilder response = DataSet.builder()
                .putIntegers(Tag.COMMAND_FIELD, VR.US, request.field() | CommandField.RESPONSE)
                .putIntegers(Tag.MESSAGE_ID_BEING_RESPONDED_TO, VR.US, request.messageId())
                .putIntegers(Tag.COMMAND_DATA_SET_TYPE, VR.US, Message.NO_DATA_SET)
                .putIntegers(Tag.STATUS, VR.US, outcome.status().code());
        DataSet command = request.command();
        copy(command, Tag.REQUESTED_SOP_CLASS_UID, response, Tag.AFFECTED_SOP_CLASS_UID);
        copy(command, Tag.REQUESTED_SOP_INSTANCE_UID, response, Tag.AFFECTED_SOP_INSTANCE_UID);
        copy(command, Tag.AFFECTED_SOP_CLASS_UID, response, Tag.AFFECTED_SOP_CLASS_UID);
        copy(command, Tag.AFFECTED_SOP_INSTANCE_UID, response, Tag.AFFECTED_SOP_INSTANCE_UID);
        for (int tag : new int[] {Tag.EVENT_TYPE_ID, Tag.ACTION_TYPE_ID}) {
            command.integer(tag).ifPresent(type -> response.putIntegers(tag, VR.US, type));
        }
        if (!outcome.comment().isEmpty()) {
            response.putText(Tag.ERROR_COMMENT, VR.LO, comment(outcome.comment()));
        }
        return response.build();
    }

    private static void copy(DataSet from, int fromTag, DataSetBuilder to, int toTag) {
        if (from.contains(fromTag)) {
            to.putBytes(toTag, VR.UI, from.bytes(fromTag));
        }
    }

    private static String comment(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7E]|\\\\", "?");
        return plain.substring(0, Math.min(plain.length(), MAX_COMMENT_CHARACTERS));
    }
}
