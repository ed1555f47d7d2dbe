package org.tandem.net.pdu;

import java.util.List;
import java.util.Optional;

/**
 * The sub-items of User Information that requests and answers negotiate with (PS3.7 D.3.3.3 to D.3.3.7).
 *
 * @param window empty where it was not sent: one operation at a time
 * @param identity in requests only
 * @param identityAnswer in answers only: the server response, one character a byte, empty text for all but Kerberos
 */
public record NegotiatedItems(
        List<RoleSelection> roles,
        Optional<OperationsWindow> window,
        List<ExtendedNegotiation> extended,
        List<CommonExtendedNegotiation> common,
        Optional<UserIdentity> identity,
        Optional<String> identityAnswer) {

    public static final NegotiatedItems NONE =
            new NegotiatedItems(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());

    public NegotiatedItems {
        roles = List.copyOf(roles);
        extended = List.copyOf(extended);
        common = List.copyOf(common);
    }

    public NegotiatedItems withRoles(List<RoleSelection> value) {
        return new NegotiatedItems(value, window, extended, common, identity, identityAnswer);
    }

    public NegotiatedItems withWindow(OperationsWindow value) {
        return new NegotiatedItems(roles, Optional.of(value), extended, common, identity, identityAnswer);
    }

    public NegotiatedItems withExtended(List<ExtendedNegotiation> value) {
        return new NegotiatedItems(roles, window, value, common, identity, identityAnswer);
    }

    public NegotiatedItems withCommon(List<CommonExtendedNegotiation> value) {
        return new NegotiatedItems(roles, window, extended, value, identity, identityAnswer);
    }

    public NegotiatedItems withIdentity(UserIdentity value) {
        return new NegotiatedItems(roles, window, extended, common, Optional.of(value), identityAnswer);
    }

    NegotiatedItems withIdentityAnswer(String value) {
        return new NegotiatedItems(roles, window, extended, common, identity, Optional.of(value));
    }
}
