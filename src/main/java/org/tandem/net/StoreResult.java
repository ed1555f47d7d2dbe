package org.tandem.net;

/**
 * What became of one request to a peer.
 *
 * @param status Status (0000,0900) that the peer answered, or for {@link #noAcceptedContext} the one that says the same
 * @param comment Error Comment (0000,0902), or our own reason; empty for none
 */
public record StoreResult(int status, String comment) {

    /** What to do now (PS3.7 Annex C, PS3.4 Table B.2-1). */
    public enum Kind {
        SUCCESS,
        /** Stored, with something to note: a warning counts as stored. */
        WARNING,
        /** Not stored; the same object may be stored later. */
        RETRYABLE,
        /** Not stored, and the same object never will be. */
        PERMANENT
    }

    private static final int CLASS_MASK = 0xF000;
    private static final int WARNING_CLASS = 0xB000;
    private static final int OUT_OF_RESOURCES_MASK = 0xFF00;
    private static final int OUT_OF_RESOURCES = 0xA700;
    /** Warnings outside their class: PS3.7 C.3 and C.4. */
    private static final int REQUESTED_OPTIONAL_ATTRIBUTES = 0x0001;

    private static final int ATTRIBUTE_LIST_ERROR = 0x0107;
    private static final int ATTRIBUTE_VALUE_OUT_OF_RANGE = 0x0116;
    /** Resource limitation, PS3.7 C.5.22. */
    private static final int RESOURCE_LIMITATION = 0x0213;

    static StoreResult noAcceptedContext(String what) {
        return new StoreResult(
                DimseStatus.SOP_CLASS_NOT_SUPPORTED.code(), "No accepted presentation context for " + what);
    }

    public Kind kind() {
        if (status == DimseStatus.SUCCESS.code()) {
            return Kind.SUCCESS;
        }
        if ((status & CLASS_MASK) == WARNING_CLASS
                || status == REQUESTED_OPTIONAL_ATTRIBUTES
                || status == ATTRIBUTE_LIST_ERROR
                || status == ATTRIBUTE_VALUE_OUT_OF_RANGE) {
            return Kind.WARNING;
        }
        boolean mayPass = (status & OUT_OF_RESOURCES_MASK) == OUT_OF_RESOURCES
                || status == DimseStatus.PROCESSING_FAILURE.code()
                || status == RESOURCE_LIMITATION;
        return mayPass ? Kind.RETRYABLE : Kind.PERMANENT;
    }

    /** Whether the peer has the object now. */
    public boolean stored() {
        return kind() == Kind.SUCCESS || kind() == Kind.WARNING;
    }

    @Override
    public String toString() {
        return String.format("%04XH %s%s", status, kind(), comment.isEmpty() ? "" : ": " + comment);
    }
}
