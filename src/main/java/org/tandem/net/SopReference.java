package org.tandem.net;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/** Names one instance, with its class (PS3.3 Table 10-11, SOP Instance Reference Macro). */
public record SopReference(Uid sopClass, Uid sopInstance) {

    /** Refuses an item that names none. */
    static SopReference of(DataSet item) {
        return new SopReference(
                item.requireUid(Tag.REFERENCED_SOP_CLASS_UID), item.requireUid(Tag.REFERENCED_SOP_INSTANCE_UID));
    }

    DataSet item() {
        return DataSet.builder()
                .putUid(Tag.REFERENCED_SOP_CLASS_UID, sopClass)
                .putUid(Tag.REFERENCED_SOP_INSTANCE_UID, sopInstance)
                .build();
    }
}
