package org.tandem.net.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * User Identity (PS3.7 D.3.3.7): who the requestor says that it is, and its proof. Both fields are secrets, or name a
 * person: they are in no log and in no text of this type.
 *
 * @param typeCode 1 to 5, see {@link Type}; a peer may send others
 * @param answerWanted whether a positive response is asked for
 * @param primary one character a byte: name, ticket, assertion or token
 * @param secondary one character a byte: the passcode, with {@link Type#USERNAME_AND_PASSCODE} only
 */
public record UserIdentity(int typeCode, boolean answerWanted, String primary, String secondary) {

    /** How identity is shown (PS3.7 Table D.3-14). */
    public enum Type {
        USERNAME(1),
        USERNAME_AND_PASSCODE(2),
        KERBEROS_SERVICE_TICKET(3),
        SAML_ASSERTION(4),
        JSON_WEB_TOKEN(5);

        private final int code;

        Type(int code) {
            this.code = code;
        }
    }

    public static UserIdentity of(String username, String passcode) {
        return new UserIdentity(Type.USERNAME_AND_PASSCODE.code, true, utf8(username), utf8(passcode));
    }

    /** Empty for a type that the standard does not know. */
    public Optional<Type> type() {
        return Arrays.stream(Type.values())
                .filter(type -> type.code == typeCode)
                .findFirst();
    }

    /** The name, where identity is shown by one. */
    public String username() {
        return text(primary);
    }

    public String passcode() {
        return text(secondary);
    }

    /** For logs: the kind alone. */
    @Override
    public String toString() {
        return "user identity by " + type().map(Type::name).orElse("unknown type " + typeCode);
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
