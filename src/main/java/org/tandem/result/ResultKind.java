package org.tandem.result;

/** The kinds of object in which Tandem says what it found. */
public enum ResultKind {
    SEGMENTATION,
    STRUCTURED_REPORT
}
