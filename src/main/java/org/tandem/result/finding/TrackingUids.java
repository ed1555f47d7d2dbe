package org.tandem.result.finding;

import org.tandem.dicom.Uid;

/** Names findings for ever: Tracking Unique Identifiers. */
@FunctionalInterface
public interface TrackingUids {

    /** Of the finding at this place among all that the model looks for, from 0. */
    Uid tracking(int index);
}
