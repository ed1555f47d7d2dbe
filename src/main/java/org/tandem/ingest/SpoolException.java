package org.tandem.ingest;

import org.tandem.dicom.TandemException;

/** The spool cannot take more now: disk full, not writable, not there. */
public final class SpoolException extends TandemException {

    private static final long serialVersionUID = 1L;

    SpoolException(String message) {
        super(Kind.RETRY, message);
    }

    SpoolException(String message, Throwable cause) {
        super(Kind.RETRY, message, cause);
    }
}
