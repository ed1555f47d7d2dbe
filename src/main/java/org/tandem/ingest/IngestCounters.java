package org.tandem.ingest;

/**
 * What has come since the node started.
 *
 * @param stored new instances
 * @param storedBytes bytes of their data sets
 * @param duplicates instances that were stored already with the same content
 * @param conflicts instances whose UID is stored with other content
 * @param mismatched objects that were not what their command announced
 * @param unreadable objects that could not be read as DICOM
 * @param unavailable objects refused because spool or index could not take them
 * @param failed objects refused by a mistake of this program
 * @param aborted objects whose sender went away in the middle
 * @param groups groups of objects that shared one force and one transaction
 */
public record IngestCounters(
        long stored,
        long storedBytes,
        long duplicates,
        long conflicts,
        long mismatched,
        long unreadable,
        long unavailable,
        long failed,
        long aborted,
        long groups) {}
