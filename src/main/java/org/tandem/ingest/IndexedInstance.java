package org.tandem.ingest;

import org.tandem.dicom.Uid;

/**
 * What the index knows of an instance.
 *
 * @param path relative to the spool's root
 * @param lost whether its file was found missing
 */
public record IndexedInstance(Uid sopInstance, Sha256 digest, String path, boolean lost) {}
