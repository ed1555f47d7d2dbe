package org.tandem.series;

import java.util.Optional;
import org.tandem.dicom.TandemException;

/**
 * Why a series cannot be processed: said to people, stored, shown, sent.
 *
 * @param message what, where (the instance by UID), got, expected; no patient identity
 */
public record Refusal(ReasonCode reason, String message) {

    /** Why an action refused, if it did. */
    static Optional<Refusal> of(ReasonCode reason, String where, Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (TandemException e) {
            if (e.kind() != TandemException.Kind.REFUSE) {
                throw e;
            }
            return Optional.of(new Refusal(reason, where + e.getMessage()));
        }
    }
}
