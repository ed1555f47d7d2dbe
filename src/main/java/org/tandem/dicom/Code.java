package org.tandem.dicom;

import java.util.Objects;

/**
 * A coded concept (PS3.3 8.8): value and scheme say what is meant, the meaning is for people. Two codes are equal when
 * value and scheme are.
 */
public record Code(String value, String scheme, String meaning) {

    private static final int MAX_MEANING_LENGTH = 64;

    public Code {
        if (value.isBlank() || scheme.isBlank() || meaning.isBlank() || meaning.length() > MAX_MEANING_LENGTH) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Not a code: got (" + value + ", " + scheme + ", \"" + meaning
                            + "\"), expected value, scheme and a meaning of at most 64 characters");
        }
    }

    /** Parses "SCT 12738006 Brain": scheme, value, meaning. */
    public static Code of(String text) {
        String[] parts = text.strip().split("\\s+", 3);
        if (parts.length < 3) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Not a code: got \"" + text
                            + "\", expected \"SCHEME VALUE MEANING\", as in \"SCT 12738006 Brain\"");
        }
        return new Code(parts[1], parts[0], parts[2]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Code that && value.equals(that.value) && scheme.equals(that.scheme);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, scheme);
    }
}
