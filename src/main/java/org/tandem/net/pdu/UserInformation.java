package org.tandem.net.pdu;

import java.util.List;
import org.tandem.dicom.Implementation;

/**
 * What the User Information item says (PS3.7 D.3.3).
 *
 * @param maxLengthBytes greatest P-DATA-TF length that the sender of this item can receive; 0 for no limit
 * @param implementationClass UID, empty if not sent
 * @param implementationVersion 1 to 16 characters, empty if not sent
 */
public record UserInformation(
        long maxLengthBytes, String implementationClass, String implementationVersion, NegotiatedItems items) {

    /** What a peer gets that sent no User Information: dcmtk's default PDU length, which every peer can take. */
    public static final UserInformation NONE = new UserInformation(16_384, "", "", NegotiatedItems.NONE);

    /** Where nothing but roles is negotiated. */
    public UserInformation(
            long maxLengthBytes, String implementationClass, String implementationVersion, List<RoleSelection> roles) {
        this(maxLengthBytes, implementationClass, implementationVersion, NegotiatedItems.NONE.withRoles(roles));
    }

    /** That of Tandem. */
    public static UserInformation ours(int maxPduBytes, NegotiatedItems items) {
        return new UserInformation(maxPduBytes, Implementation.CLASS_UID.value(), Implementation.VERSION_NAME, items);
    }

    public List<RoleSelection> roles() {
        return items.roles();
    }

    public UserInformation withItems(NegotiatedItems value) {
        return new UserInformation(maxLengthBytes, implementationClass, implementationVersion, value);
    }
}
