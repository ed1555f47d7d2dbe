package org.tandem.series;

import org.tandem.dicom.Uid;

/**
 * Which series it is.
 *
 * @param modality of its first instance, empty where that had none
 */
public record SeriesIdentity(Uid series, Uid study, String modality) {}
