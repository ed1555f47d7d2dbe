package org.tandem.net;

import org.tandem.dicom.TandemException;

/** An application entity title (PS3.8 9.3.2, VR AE): 1 to 16 characters, leading and trailing spaces dropped. */
public record AeTitle(String value) {

    private static final int MAX_LENGTH = 16;

    public AeTitle {
        value = value.strip();
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.matches("[\\x20-\\x5B\\x5D-\\x7E]+")) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Not an AE title: got \"" + value.replaceAll("[^\\x20-\\x7E]", "?")
                            + "\", expected 1 to 16 printable ASCII characters without backslash");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
