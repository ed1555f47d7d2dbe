package org.tandem.ingest;

/**
 * What a start found and mended.
 *
 * @param partsRemoved objects that were being received at the stop; never answered
 * @param replayed instances of the journal whose rows the database had lost
 * @param reindexed files of the spool that had no row and none in the journal
 * @param restored instances that were lost and whose file is there again
 * @param lost instances whose file is not there; the operator must act
 * @param unreadable files of the spool without a row that cannot be read
 */
public record RecoveryReport(int partsRemoved, int replayed, int reindexed, int restored, int lost, int unreadable) {

    /** Whether the stop before was clean. */
    public boolean nothingToDo() {
        return partsRemoved + replayed + reindexed + restored + lost + unreadable == 0;
    }
}
