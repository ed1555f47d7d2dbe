package org.tandem.ingest;

import java.util.List;
import org.tandem.net.AssociationInfo;

/** Is told what has arrived, while the rows of it are being written. */
public interface ArrivalListener {

    /**
     * New instances, in the order in which they are filed. Called in the transaction that writes their rows: what the
     * listener writes to the same database is committed with them or not at all, and if it throws, none is stored.
     */
    void instancesStored(List<ReceivedInstance> instances);

    /** No more will come on this association. */
    void associationEnded(AssociationInfo association, boolean released);
}
