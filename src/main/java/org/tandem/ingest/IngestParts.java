package org.tandem.ingest;

/** What receiving and recovery share. */
record IngestParts(
        IngestOptions options, Spool spool, Journal journal, InstanceIndex index, ArrivalListener listener) {}
