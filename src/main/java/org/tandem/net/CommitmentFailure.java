package org.tandem.net;

import java.util.Arrays;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;

/**
 * An instance that is not kept.
 *
 * @param reason Failure Reason (0008,1197), PS3.3 C.14.1.1
 */
public record CommitmentFailure(SopReference instance, int reason) {

    /** The reasons that the standard knows (PS3.3 C.14.1.1). */
    public enum Reason {
        PROCESSING_FAILURE(0x0110),
        NO_SUCH_OBJECT_INSTANCE(0x0112),
        CLASS_INSTANCE_CONFLICT(0x0119),
        REFERENCED_SOP_CLASS_NOT_SUPPORTED(0x0122),
        DUPLICATE_TRANSACTION_UID(0x0131),
        RESOURCE_LIMITATION(0x0213);

        private final int code;

        Reason(int code) {
            this.code = code;
        }
    }

    public CommitmentFailure(SopReference instance, Reason reason) {
        this(instance, reason.code);
    }

    /** An item without a reason is a processing failure. */
    static CommitmentFailure of(DataSet item) {
        return new CommitmentFailure(
                SopReference.of(item), item.integer(Tag.FAILURE_REASON).orElse(Reason.PROCESSING_FAILURE.code));
    }

    DataSet item() {
        return instance.item().toBuilder()
                .putIntegers(Tag.FAILURE_REASON, VR.US, reason)
                .build();
    }

    @Override
    public String toString() {
        String name = Arrays.stream(Reason.values())
                .filter(known -> known.code == reason)
                .findFirst()
                .map(Reason::name)
                .orElse("unknown reason");
        return String.format("%s %04XH %s", instance.sopInstance(), reason, name);
    }
}
