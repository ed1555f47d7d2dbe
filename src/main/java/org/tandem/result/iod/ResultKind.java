package org.tandem.result.iod;

/** The kinds of object in which Tandem says what it found. */
public enum ResultKind {
    /** Where: masks (PS3.3 A.51). */
    SEGMENTATION,
    /** What and how large: measurements and evaluations (PS3.3 A.35.13). */
    STRUCTURED_REPORT,
    /** Marks for viewers that read no reports (PS3.3 A.33). */
    PRESENTATION_STATE,
    /** Why: a number for each voxel (PS3.3 A.75). */
    PARAMETRIC_MAP,
    /** Why and where, drawn into a picture, for any viewer (PS3.3 A.8). */
    SECONDARY_CAPTURE,
    /** Which objects belong together (PS3.3 A.35.4). */
    KEY_OBJECT_SELECTION,
    /** One page with pictures (PS3.3 A.45.1). */
    ENCAPSULATED_PDF
}
