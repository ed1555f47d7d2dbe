package org.tandem.ingest;

/** What became of an object that was to be filed. */
enum Filed {
    /** New: moved into place, indexed. */
    STORED,
    /** The same content is stored already. */
    DUPLICATE,
    /** The same content is in the index, its file was gone and is there again. */
    RESTORED,
    /** Other content is stored under this UID; this one was kept aside. */
    CONFLICT,
    /** Other content is stored under this UID, and this one is kept aside already. */
    CONFLICT_AGAIN,
    /** Spool or index cannot take it now. */
    UNAVAILABLE,
    /** The index refuses it; a mistake of this program. */
    FAILED;

    /** Whether the object moved from its part into the spool. */
    boolean moves() {
        return this == STORED || this == RESTORED || this == CONFLICT;
    }
}
