package org.tandem.ingest;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.Uid;

/**
 * The rows that say which instances are stored. Every method throws a {@link org.tandem.dicom.TandemException} of kind
 * RETRY while the database is not available.
 */
public interface InstanceIndex {

    /** What must have happened before rows may become visible to others. */
    @FunctionalInterface
    interface BeforeCommit {
        void run() throws IOException;
    }

    /** Those of the instances that the index has a row of. */
    Map<Uid, IndexedInstance> find(Collection<Uid> sopInstances);

    /** The other contents that are kept aside under this UID. */
    List<Sha256> conflicts(Uid sopInstance);

    /**
     * Writes all rows, runs the step on the same thread and in the same transaction, then commits. If the step throws,
     * no row is written.
     */
    void write(IndexChange change, BeforeCommit step) throws IOException;

    /**
     * Returns when everything committed so far is forced to the disk. Answers the number of this checkpoint, one more
     * than the last.
     */
    long checkpoint();

    /** Number of the last checkpoint; 0 before the first. An older copy of the database has a lower one. */
    long lastCheckpoint();

    /** Instances in ascending order of their UID, from the first behind {@code after}. */
    List<IndexedInstance> page(Optional<Uid> after, int maxRows);

    /** Notes that the files of these instances are not there. */
    void markLost(Collection<Uid> sopInstances);

    /** The instances of a series that are not lost, in ascending order of their UID. */
    List<IndexedInstance> ofSeries(Uid series);

    /** Number of instances, lost ones included. */
    long count();
}
