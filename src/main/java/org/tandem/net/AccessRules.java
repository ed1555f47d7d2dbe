package org.tandem.net;

import java.util.List;

/**
 * Who may open an association, and for what. AE titles are names, not credentials: nothing here keeps a liar out.
 *
 * @param promiscuous whether any called AE title is answered, not only ours
 * @param allowed the requestors that may call; empty for all
 * @param unknownStorageClasses whether private SOP classes and storage classes newer than our table are accepted
 * @param users who may, by user identity
 */
public record AccessRules(boolean promiscuous, List<AllowedPeer> allowed, boolean unknownStorageClasses, Users users) {

    /** Only under our own title, from everybody, known storage classes only. */
    public static final AccessRules DEFAULT = new AccessRules(false, List.of(), false, Users.NONE);

    public AccessRules {
        allowed = List.copyOf(allowed);
    }

    public AccessRules withPromiscuous(boolean value) {
        return new AccessRules(value, allowed, unknownStorageClasses, users);
    }

    public AccessRules withAllowed(List<AllowedPeer> peers) {
        return new AccessRules(promiscuous, peers, unknownStorageClasses, users);
    }

    public AccessRules withUnknownStorageClasses(boolean value) {
        return new AccessRules(promiscuous, allowed, value, users);
    }

    public AccessRules withUsers(Users value) {
        return new AccessRules(promiscuous, allowed, unknownStorageClasses, value);
    }

    boolean allows(AeTitle calling, String peerHost) {
        return allowed.isEmpty() || allowed.stream().anyMatch(peer -> peer.matches(calling, peerHost));
    }
}
