package org.tandem.net;

import java.util.Map;
import java.util.Optional;
import org.tandem.net.pdu.UserIdentity;

/**
 * Who may open associations, by user identity (PS3.7 D.3.3.7). Nobody named means that identities are read and not
 * judged, and that no positive response is given: it would be a lie.
 */
public final class Users {

    /** Identities are not judged. */
    public static final Users NONE = new Users(Map.of());

    /** Of nobody: compared with where the name is not known, so that the time taken does not tell names. */
    private static final String NOBODY = "pbkdf2-sha512:210000:" + "00".repeat(16) + ":" + "00".repeat(64);

    private final Map<String, PasswordHash> byName;

    private Users(Map<String, PasswordHash> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Only these, each by name and passcode; every requestor must show one. */
    public static Users of(Map<String, PasswordHash> byName) {
        return new Users(byName);
    }

    boolean judged() {
        return !byName.isEmpty();
    }

    /** Whether this identity is proven. Tickets, assertions and tokens are read, but nobody here can verify them. */
    boolean admit(Optional<UserIdentity> identity) {
        if (!judged()) {
            return true;
        }
        return identity.filter(shown -> shown.type().equals(Optional.of(UserIdentity.Type.USERNAME_AND_PASSCODE)))
                .filter(this::proven)
                .isPresent();
    }

    private boolean proven(UserIdentity identity) {
        PasswordHash known = byName.get(identity.username());
        PasswordHash compared = known == null ? PasswordHash.parse(NOBODY) : known;
        return compared.matches(identity.passcode()) && known != null;
    }
}
