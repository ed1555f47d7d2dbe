package org.tandem.ingest;

/**
 * One line of the journal.
 *
 * @param kept whether it is the instance itself, or another content of its UID that is kept aside
 */
record JournalEntry(Kept kept, ReceivedInstance instance) {

    enum Kept {
        AS_INSTANCE,
        AS_CONFLICT
    }
}
