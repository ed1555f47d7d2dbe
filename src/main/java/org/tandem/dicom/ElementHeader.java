package org.tandem.dicom;

/** Tag, VR and length as they stand before a value (PS3.5 7.1), and the offset at which the tag stands. */
record ElementHeader(int tag, VR vr, long lengthBytes, long offset) {

    /** The length that says: ends with a delimitation item. */
    static final long UNDEFINED = 0xFFFFFFFFL;

    boolean undefinedLength() {
        return lengthBytes == UNDEFINED;
    }
}
