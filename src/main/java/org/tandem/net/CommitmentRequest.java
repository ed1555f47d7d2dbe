package org.tandem.net;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;

/**
 * Asks that instances be kept safe: the Action Information of Storage Commitment (PS3.4 Table J.3-1).
 *
 * @param transaction names the request; the result quotes it
 */
public record CommitmentRequest(Uid transaction, List<SopReference> instances) {

    public CommitmentRequest {
        instances = List.copyOf(instances);
        if (instances.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Storage commitment " + transaction + ": got no instance, expected at least one");
        }
    }

    /** Refuses what lacks an element of type 1. */
    static CommitmentRequest of(DataSet actionInformation) {
        return new CommitmentRequest(
                actionInformation.requireUid(Tag.TRANSACTION_UID),
                actionInformation.items(Tag.REFERENCED_SOP_SEQUENCE).stream()
                        .map(SopReference::of)
                        .toList());
    }

    DataSet dataSet() {
        return DataSet.builder()
                .putUid(Tag.TRANSACTION_UID, transaction)
                .putItems(
                        Tag.REFERENCED_SOP_SEQUENCE,
                        instances.stream().map(SopReference::item).toList())
                .build();
    }
}
