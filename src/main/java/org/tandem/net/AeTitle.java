package org.tandem.net;

import java.util.regex.Pattern;
import org.tandem.dicom.TandemException;

/** An application entity title (PS3.8 9.3.2, VR AE): 1 to 16 characters, leading and trailing spaces dropped. */
public record AeTitle(String value) {

    private static final int MAX_LENGTH = 16;
    private static final Pattern SHAPE = Pattern.compile("[\\x20-\\x5B\\x5D-\\x7E]+");

    public AeTitle {
        value = value.strip();
        if (!isValid(value)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Not an AE title: got \"" + value.replaceAll("[^\\x20-\\x7E]", "?")
                            + "\", expected 1 to 16 printable ASCII characters without backslash");
        }
    }

    /** Whether this is an AE title once leading and trailing spaces are dropped. */
    public static boolean isValid(String raw) {
        String stripped = raw.strip();
        return stripped.length() <= MAX_LENGTH && SHAPE.matcher(stripped).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
