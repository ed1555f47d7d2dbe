package org.tandem.net;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * How a query or a retrieval stands (PS3.4 C.4.1.1.4, C.4.2.1.5, C.4.3.1.4).
 *
 * @param code Status (0000,0900)
 * @param comment Error Comment (0000,0902), printable; empty for none
 */
public record QueryStatus(int code, String comment) {

    private static final int PENDING = 0xFF00;
    /** Some optional keys are not supported for matching. */
    private static final int PENDING_WITH_WARNING = 0xFF01;

    private static final int CANCEL = 0xFE00;
    /** Of a retrieval: done, with failures; of a query: more matches than the archive gives. */
    private static final int WARNING_CLASS = 0xB000;

    private static final int CLASS_MASK = 0xF000;

    static QueryStatus of(DataSet command) {
        return new QueryStatus(
                command.integer(Tag.STATUS).orElse(DimseStatus.PROCESSING_FAILURE.code()),
                Admissions.printable(command.string(Tag.ERROR_COMMENT).orElse("")));
    }

    static QueryStatus noAcceptedContext(String service) {
        return new QueryStatus(
                DimseStatus.SOP_CLASS_NOT_SUPPORTED.code(), "No accepted presentation context for " + service);
    }

    boolean pending() {
        return code == PENDING || code == PENDING_WITH_WARNING;
    }

    /** Whether all was done. */
    public boolean success() {
        return code == DimseStatus.SUCCESS.code();
    }

    /** Whether it ended because we asked for that. */
    public boolean cancelled() {
        return code == CANCEL;
    }

    /** Whether it was done in part. */
    public boolean warning() {
        return (code & CLASS_MASK) == WARNING_CLASS;
    }

    @Override
    public String toString() {
        String kind = success() ? "success" : cancelled() ? "cancelled" : warning() ? "warning" : "failure";
        return String.format("%04XH %s%s", code, kind, comment.isEmpty() ? "" : ": " + comment);
    }
}
