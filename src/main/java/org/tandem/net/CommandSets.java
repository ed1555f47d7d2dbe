package org.tandem.net;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.ProtocolViolation;

/**
 * Reads command sets (PS3.7 6.3.1): group 0000 only, always implicit VR little endian. Elements out of order and a
 * wrong or missing group length are tolerated; anything outside group 0000 or past the end is not.
 */
final class CommandSets {

    private static final int ELEMENT_HEAD_BYTES = 8;

    private CommandSets() {}

    static DataSet decode(byte[] bytes) throws ProtocolViolation {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        DataSetBuilder command = DataSet.builder();
        while (in.hasRemaining()) {
            if (in.remaining() < ELEMENT_HEAD_BYTES) {
                throw malformed(in.remaining() + " bytes after the last element");
            }
            int tag = Tag.of(in.getShort() & 0xFFFF, in.getShort());
            long length = in.getInt() & 0xFFFFFFFFL;
            if (Tag.group(tag) != 0 || length > in.remaining()) {
                throw malformed(Tag.format(tag) + " of " + length + " bytes, " + in.remaining() + " remain");
            }
            byte[] value = new byte[(int) length];
            in.get(value);
            command.putBytes(tag, vr(tag), value);
        }
        return command.build();
    }

    /** PS3.7 E.1; an element that is not known here is kept as bytes and ignored. */
    private static VR vr(int tag) {
        return switch (tag) {
            case Tag.COMMAND_GROUP_LENGTH -> VR.UL;
            case Tag.AFFECTED_SOP_CLASS_UID,
                    Tag.REQUESTED_SOP_CLASS_UID,
                    Tag.AFFECTED_SOP_INSTANCE_UID,
                    Tag.REQUESTED_SOP_INSTANCE_UID -> VR.UI;
            case Tag.COMMAND_FIELD,
                    Tag.MESSAGE_ID,
                    Tag.MESSAGE_ID_BEING_RESPONDED_TO,
                    Tag.PRIORITY,
                    Tag.COMMAND_DATA_SET_TYPE,
                    Tag.STATUS,
                    Tag.ERROR_ID,
                    Tag.EVENT_TYPE_ID,
                    Tag.ACTION_TYPE_ID,
                    Tag.MOVE_ORIGINATOR_MESSAGE_ID,
                    Tag.NUMBER_OF_REMAINING_SUBOPERATIONS,
                    Tag.NUMBER_OF_COMPLETED_SUBOPERATIONS,
                    Tag.NUMBER_OF_FAILED_SUBOPERATIONS,
                    Tag.NUMBER_OF_WARNING_SUBOPERATIONS -> VR.US;
            case Tag.MOVE_DESTINATION, Tag.MOVE_ORIGINATOR_APPLICATION_ENTITY_TITLE -> VR.AE;
            case Tag.ERROR_COMMENT -> VR.LO;
            case Tag.OFFENDING_ELEMENT -> VR.AT;
            default -> VR.UN;
        };
    }

    private static ProtocolViolation malformed(String what) {
        return new ProtocolViolation(AbortReason.INVALID_PARAMETER, "malformed command set: " + what);
    }
}
