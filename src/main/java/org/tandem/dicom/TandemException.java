package org.tandem.dicom;

import org.jspecify.annotations.Nullable;

/**
 * The one family of exceptions of this program: what happened, where, what was got, what was expected. Never a
 * patient's identity in the message.
 */
public class TandemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What whoever catches it can do about it. */
    public enum Kind {
        /** Something outside is not available now; the same call may succeed later. */
        RETRY,
        /** What came in cannot be accepted; the same call will fail again. */
        REFUSE,
        /** A mistake in this program. */
        BUG
    }

    private final Kind kind;

    public TandemException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public TandemException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Never null: every constructor takes a message. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
