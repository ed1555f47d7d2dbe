package org.tandem.net;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.tandem.dicom.TandemException;

/**
 * What a configuration keeps of a passcode: {@code pbkdf2-sha512:ROUNDS:SALT:HASH}, salt and hash in hexadecimal digits
 * (RFC 8018 5.2). The passcode cannot be read from it.
 */
public final class PasswordHash {

    /** OWASP's advice for PBKDF2 with SHA-512 (Password Storage Cheat Sheet, 2023): some 0.1 s on one core. */
    private static final int ROUNDS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final Pattern SHAPE =
            Pattern.compile("pbkdf2-sha512:([1-9][0-9]{2,7}):((?:[0-9a-f]{2}){8,64}):([0-9a-f]{128})");

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    /** A new one, with salt of its own. */
    public static PasswordHash of(String passcode) {
        return of(passcode, ROUNDS);
    }

    static PasswordHash of(String passcode, int rounds) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(rounds, salt, derive(passcode, salt, rounds));
    }

    /** Reads {@link #text}; a refusal does not repeat what it got. */
    public static PasswordHash parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "Not a password hash; expected what `tandem password` prints");
        }
        HexFormat hex = HexFormat.of();
        return new PasswordHash(
                Integer.parseInt(matcher.group(1)), hex.parseHex(matcher.group(2)), hex.parseHex(matcher.group(3)));
    }

    /** Whether this is the passcode; takes as long where it is not. */
    public boolean matches(String passcode) {
        return MessageDigest.isEqual(hash, derive(passcode, salt, rounds));
    }

    /** As a configuration keeps it. */
    public String text() {
        HexFormat hex = HexFormat.of();
        return "pbkdf2-sha512:" + rounds + ":" + hex.formatHex(salt) + ":" + hex.formatHex(hash);
    }

    @Override
    public String toString() {
        return "password hash";
    }

    private static byte[] derive(String passcode, byte[] salt, int rounds) {
        PBEKeySpec key = new PBEKeySpec(passcode.toCharArray(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new TandemException(TandemException.Kind.BUG, "PBKDF2 with SHA-512 is in every Java: " + e, e);
        } finally {
            key.clearPassword();
        }
    }
}
