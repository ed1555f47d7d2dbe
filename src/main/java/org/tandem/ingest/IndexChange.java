package org.tandem.ingest;

import java.util.List;
import org.tandem.dicom.Uid;

/**
 * What one group of instances changes in the index, all of it or nothing.
 *
 * @param stored new instances
 * @param conflicts instances whose UID is stored with other content, kept aside
 * @param restored instances that were lost and whose file is there again
 */
public record IndexChange(List<ReceivedInstance> stored, List<ReceivedInstance> conflicts, List<Uid> restored) {

    public IndexChange {
        stored = List.copyOf(stored);
        conflicts = List.copyOf(conflicts);
        restored = List.copyOf(restored);
    }

    boolean isEmpty() {
        return stored.isEmpty() && conflicts.isEmpty() && restored.isEmpty();
    }
}
