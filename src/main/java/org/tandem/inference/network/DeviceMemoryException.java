package org.tandem.inference.network;

import org.tandem.dicom.TandemException;

/** The device has not the memory for a call; it may have for a smaller one, or later. */
public final class DeviceMemoryException extends TandemException {

    private static final long serialVersionUID = 1L;

    public DeviceMemoryException(String message, Throwable cause) {
        super(Kind.RETRY, message, cause);
    }
}
