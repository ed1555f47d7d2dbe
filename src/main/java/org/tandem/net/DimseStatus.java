package org.tandem.net;

/** The DIMSE status codes that Tandem answers or understands (PS3.7 Annex C, PS3.4 Table B.2-1). */
public enum DimseStatus {
    SUCCESS(0x0000),
    /** Stored, though the same UID is stored with other content, or something was coerced. PS3.4 B.2.3. */
    COERCION_OF_DATA_ELEMENTS(0xB000),
    ELEMENTS_DISCARDED(0xB006),
    /** Disk full, spool unwritable, queue full: the sender may try again. PS3.4 B.2.3. */
    OUT_OF_RESOURCES(0xA700),
    /** The data set is not what the command announced. PS3.4 B.2.3. */
    DATA_SET_DOES_NOT_MATCH_SOP_CLASS(0xA900),
    /** The data set cannot be parsed. PS3.4 B.2.3. */
    CANNOT_UNDERSTAND(0xC000),
    PROCESSING_FAILURE(0x0110),
    /** PS3.7 C.5.12. */
    NO_SUCH_EVENT_TYPE(0x0113),
    /** PS3.7 C.5.5. */
    INVALID_ARGUMENT_VALUE(0x0115),
    INVALID_SOP_INSTANCE(0x0117),
    SOP_CLASS_NOT_SUPPORTED(0x0122),
    /** PS3.7 C.5.10. */
    NO_SUCH_ACTION(0x0123),
    NOT_AUTHORIZED(0x0124),
    /** A Message ID that is under way already. PS3.7 C.5.1. */
    DUPLICATE_INVOCATION(0x0210),
    UNRECOGNIZED_OPERATION(0x0211);

    private final int code;

    DimseStatus(int code) {
        this.code = code;
    }

    /** Value of Status (0000,0900). */
    public int code() {
        return code;
    }
}
