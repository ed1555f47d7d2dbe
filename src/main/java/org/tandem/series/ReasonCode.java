package org.tandem.series;

/** Why a series was not processed, as a code that rules and statistics can use. */
public enum ReasonCode {
    /** Two slices at one position. */
    DUPLICATE_POSITION,
    /** A slice is missing between two others, or the spacing is irregular. */
    SLICE_GAP,
    /** Slices of more than one orientation, for instance a localizer among them. */
    MIXED_ORIENTATION,
    /** Images of more than one patient or study under one Series Instance UID. */
    MIXED_PATIENT,
    /** Images of more than one frame of reference, matrix or pixel spacing. */
    MIXED_GEOMETRY,
    /** Position, orientation or spacing is absent or unusable. */
    MISSING_GEOMETRY,
    /** Slices are stacked along a direction that is not their normal (gantry tilt). */
    SHEARED_GEOMETRY,
    TOO_FEW_SLICES,
    /** Pixels of a kind or transfer syntax that cannot be decoded, or fewer than announced. */
    UNSUPPORTED_PIXELS,
    /** An instance cannot be read as DICOM. */
    UNREADABLE_INSTANCE,
    /** The model says that it does not accept such a series. */
    NOT_ACCEPTED_BY_MODEL,
    /** The model looks at several series of a study, and one of them is not there. */
    MISSING_CHANNEL,
    /** Of one of the series that the model looks at there are several. */
    AMBIGUOUS_CHANNEL
}
