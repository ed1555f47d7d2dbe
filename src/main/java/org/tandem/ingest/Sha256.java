package org.tandem.ingest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.tandem.dicom.TandemException;

/** A SHA-256 digest (FIPS 180-4) of the bytes of a data set, as 64 hexadecimal digits in lower case. */
public record Sha256(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!SHAPE.matcher(hex).matches()) {
            throw new TandemException(
                    TandemException.Kind.BUG, "Not a SHA-256 digest: got " + hex.length() + " characters, expected 64");
        }
    }

    /** Ends the computation. */
    static Sha256 of(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new TandemException(TandemException.Kind.BUG, "Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
