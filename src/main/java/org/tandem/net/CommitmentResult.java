package org.tandem.net;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/**
 * What became of a {@link CommitmentRequest}: the Event Information of Storage Commitment (PS3.4 Table J.3-2).
 *
 * @param committed what is kept safe
 * @param failed what is not
 */
public record CommitmentResult(Uid transaction, List<SopReference> committed, List<CommitmentFailure> failed) {

    private static final int ALL_COMMITTED = 1;
    private static final int FAILURES_EXIST = 2;

    public CommitmentResult {
        committed = List.copyOf(committed);
        failed = List.copyOf(failed);
    }

    /** Refuses what lacks an element of type 1. */
    static CommitmentResult of(DataSet eventInformation) {
        return new CommitmentResult(
                eventInformation.requireUid(Tag.TRANSACTION_UID),
                eventInformation.items(Tag.REFERENCED_SOP_SEQUENCE).stream()
                        .map(SopReference::of)
                        .toList(),
                eventInformation.items(Tag.FAILED_SOP_SEQUENCE).stream()
                        .map(CommitmentFailure::of)
                        .toList());
    }

    static boolean isEventType(int eventType) {
        return eventType == ALL_COMMITTED || eventType == FAILURES_EXIST;
    }

    /** Whether each of these instances is kept safe. */
    public boolean covers(List<Uid> instances) {
        return committed.stream().map(SopReference::sopInstance).toList().containsAll(instances);
    }

    /** Event Type ID (0000,1002). */
    int eventType() {
        return failed.isEmpty() ? ALL_COMMITTED : FAILURES_EXIST;
    }

    /** An empty sequence is left out: the standard requires each only where it has items. */
    DataSet dataSet() {
        DataSetBuilder out = DataSet.builder().putUid(Tag.TRANSACTION_UID, transaction);
        if (!committed.isEmpty()) {
            out.putItems(
                    Tag.REFERENCED_SOP_SEQUENCE,
                    committed.stream().map(SopReference::item).toList());
        }
        if (!failed.isEmpty()) {
            out.putItems(
                    Tag.FAILED_SOP_SEQUENCE,
                    failed.stream().map(CommitmentFailure::item).toList());
        }
        return out.build();
    }
}
