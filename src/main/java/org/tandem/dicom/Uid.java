package org.tandem.dicom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * A DICOM unique identifier (PS3.5 9): at most 64 characters, digits in components separated by full stops.
 *
 * <p>Components with leading zeros are tolerated, because real devices send them.
 */
public record Uid(String value) implements Comparable<Uid> {

    private static final int MAX_LENGTH = 64;
    private static final Pattern SHAPE = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    public Uid {
        if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Not a UID: got \"" + printable(value) + "\", expected digits and full stops, at most 64");
        }
    }

    /** Parses what stood in a UI value: padding (NUL, space) is dropped. Refuses anything that is no UID. */
    public static Uid of(String raw) {
        return new Uid(trim(raw));
    }

    /** Whether {@link #of} would accept this value. */
    public static boolean isValid(String raw) {
        String trimmed = trim(raw);
        return trimmed.length() <= MAX_LENGTH && SHAPE.matcher(trimmed).matches();
    }

    /**
     * The UID that follows from these parts and from nothing else, so that a retry makes the same object: root 2.25
     * (PS3.5 B.2) with a UUID of version 8 whose bits are SHA-256 over the parts, each preceded by its length.
     */
    public static Uid derived(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ':');
            digest.update(bytes);
        }
        byte[] uuid = java.util.Arrays.copyOf(digest.digest(), 16);
        uuid[6] = (byte) ((uuid[6] & 0x0F) | 0x80); // version 8: bits defined by us
        uuid[8] = (byte) ((uuid[8] & 0x3F) | 0x80); // variant of RFC 9562
        return new Uid("2.25." + new BigInteger(1, uuid));
    }

    @Override
    public int compareTo(Uid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String trim(String raw) {
        int end = raw.length();
        while (end > 0 && (raw.charAt(end - 1) == '\0' || raw.charAt(end - 1) == ' ')) {
            end--;
        }
        return raw.substring(0, end).strip();
    }

    private static String printable(String raw) {
        String cut = raw.length() > MAX_LENGTH ? raw.substring(0, MAX_LENGTH) + "…" : raw;
        return cut.replaceAll("[^\\x20-\\x7E]", "?");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new TandemException(TandemException.Kind.BUG, "Every Java platform has SHA-256", e);
        }
    }
}
