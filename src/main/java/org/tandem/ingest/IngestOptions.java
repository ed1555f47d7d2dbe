package org.tandem.ingest;

import java.nio.file.Path;
import org.tandem.dicom.ReadOptions;

/**
 * Where and within which limits instances are kept.
 *
 * @param spool root folder of the spool; made where it is not there
 * @param reserveBytes space of the disk that stays free: below it instances are refused, so that the database, which
 *     may be on the same disk, still works
 * @param journalBytes size at which the journal is emptied after a checkpoint of the index
 * @param maxQuarantined number of unreadable objects kept for inspection; further ones are refused, not kept
 * @param reading how far an object that is received may go; what goes further is unreadable
 */
public record IngestOptions(Path spool, long reserveBytes, long journalBytes, int maxQuarantined, ReadOptions reading) {

    private static final long MEBIBYTE = 1L << 20;

    /** 256 MiB in reserve, a journal of 16 MiB (about 40,000 instances), 1000 objects in quarantine. */
    public static IngestOptions of(Path spool) {
        return new IngestOptions(spool, 256 * MEBIBYTE, 16 * MEBIBYTE, 1000, ReadOptions.WHOLE);
    }

    public IngestOptions withReserveBytes(long bytes) {
        return new IngestOptions(spool, bytes, journalBytes, maxQuarantined, reading);
    }

    public IngestOptions withJournalBytes(long bytes) {
        return new IngestOptions(spool, reserveBytes, bytes, maxQuarantined, reading);
    }

    public IngestOptions withMaxQuarantined(int count) {
        return new IngestOptions(spool, reserveBytes, journalBytes, count, reading);
    }

    /** Sequences of objects that are received may nest so deep. */
    public IngestOptions withMaxDepth(int depth) {
        return new IngestOptions(spool, reserveBytes, journalBytes, maxQuarantined, reading.withMaxDepth(depth));
    }
}
