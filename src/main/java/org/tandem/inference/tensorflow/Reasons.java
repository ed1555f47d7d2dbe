package org.tandem.inference.tensorflow;

import org.tandem.dicom.TandemException;
import org.tandem.inference.network.DeviceMemoryException;
import org.tensorflow.exceptions.TFFailedPreconditionException;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.exceptions.TFUnimplementedException;

/** What DJL's and TensorFlow's exceptions mean: the first cause is theirs, what wraps it says little. */
final class Reasons {

    private Reasons() {}

    /** Message of the first cause. */
    static String deepest(Throwable failure) {
        Throwable cause = first(failure);
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** A network that does not fit its input fails again the next time; a device out of memory may not. */
    static TandemException.Kind kind(Throwable failure) {
        Throwable cause = first(failure);
        return cause instanceof TFInvalidArgumentException
                        || cause instanceof TFUnimplementedException
                        || cause instanceof TFFailedPreconditionException
                ? TandemException.Kind.REFUSE
                : TandemException.Kind.RETRY;
    }

    /** What a failed call means. */
    static TandemException failure(String what, Throwable failure) {
        String message = what + ": " + deepest(failure);
        return first(failure) instanceof TFResourceExhaustedException
                ? new DeviceMemoryException(message, failure)
                : new TandemException(kind(failure), message, failure);
    }

    /** What loading that failed means: a SavedModel that cannot be loaded never can, but for want of memory. */
    static TandemException loading(String what, Throwable failure) {
        String message = what + ": " + deepest(failure);
        return first(failure) instanceof TFResourceExhaustedException
                ? new DeviceMemoryException(message, failure)
                : new TandemException(TandemException.Kind.REFUSE, message, failure);
    }

    private static Throwable first(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
