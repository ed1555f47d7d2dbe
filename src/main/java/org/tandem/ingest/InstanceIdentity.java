package org.tandem.ingest;

import org.tandem.dicom.Uid;

/**
 * Which instance it is and where it belongs, as its data set says (PS3.3 C.12.1, C.7.2.1, C.7.3.1).
 *
 * @param sopClass SOP Class UID (0008,0016)
 * @param sopInstance SOP Instance UID (0008,0018)
 * @param study Study Instance UID (0020,000D)
 * @param series Series Instance UID (0020,000E)
 */
public record InstanceIdentity(Uid sopClass, Uid sopInstance, Uid study, Uid series) {}
