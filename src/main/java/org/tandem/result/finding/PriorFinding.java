package org.tandem.result.finding;

import org.tandem.dicom.Code;
import org.tandem.dicom.Uid;
import org.tandem.volume.Mask;

/**
 * Something that was found before, in the frame of reference of what is looked at now.
 *
 * @param type what it is: Segmented Property Type (0062,000F)
 * @param tracking Tracking UID (0062,0021), which names it for ever
 */
public record PriorFinding(Code type, Uid tracking, Mask mask) {}
