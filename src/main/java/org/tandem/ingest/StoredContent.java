package org.tandem.ingest;

import org.tandem.dicom.Uid;

/**
 * The bytes of a received data set and where they lie.
 *
 * @param digest of the data set as it came, without preamble and File Meta Information
 * @param sizeBytes of the data set
 * @param syntax UID of the transfer syntax in which it came and is stored
 * @param path of the Part 10 file, relative to the spool's root, with {@code /}
 */
public record StoredContent(Sha256 digest, long sizeBytes, Uid syntax, String path) {}
