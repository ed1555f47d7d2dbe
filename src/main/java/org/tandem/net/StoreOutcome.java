package org.tandem.net;

/**
 * The answer to a C-STORE request.
 *
 * @param status what is answered; Success is a promise that the bytes are on disk and indexed
 * @param comment Error Comment (0000,0902): at most 64 characters of the default repertoire, no patient identity; empty
 *     for none
 */
public record StoreOutcome(DimseStatus status, String comment) {

    /** What is answered where a mistake in the program left no outcome. */
    static final StoreOutcome FAILED = new StoreOutcome(DimseStatus.PROCESSING_FAILURE, "Internal error");

    public static final StoreOutcome SUCCESS = new StoreOutcome(DimseStatus.SUCCESS, "");
}
