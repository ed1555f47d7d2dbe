package org.tandem.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Uid;

/** The reports on storage commitment that are owed: a row goes when its report was taken, or given up. */
public interface CommitmentLedger {

    /** Adds what is owed from now on. Answers false, and changes nothing, if the transaction is there already. */
    boolean add(OwedReport report, Instant now);

    Optional<OwedReport> find(Uid transaction);

    /** Transactions of all that is owed, oldest first: at start, those must be in the queue. */
    List<Uid> owed();

    /** One attempt more. Empty if nothing is owed any more. */
    Optional<OwedReport> begin(Uid transaction);

    /** Nothing is owed any more. Answers false if nothing was. */
    boolean remove(Uid transaction);
}
