package org.tandem.net;

import org.jspecify.annotations.Nullable;
import org.tandem.dicom.TandemException;

/**
 * An association could not be opened or came to a bad end. Kind RETRY: the same may work later, as after loss, abort,
 * time-out or a transient rejection. Kind REFUSE: rejected for good.
 */
public final class AssociationException extends TandemException {

    private static final long serialVersionUID = 1L;

    AssociationException(Kind kind, String message, @Nullable Throwable cause) {
        super(kind, message, cause);
    }
}
