package org.tandem.net;

import java.util.List;

/**
 * What the User Information item says that matters here (PS3.7 D.3.3). Other sub-items are skipped when read: an
 * asynchronous window left unanswered means one operation at a time, and user identity is never kept.
 *
 * @param maxLengthBytes greatest P-DATA-TF length that the sender of this item can receive; 0 for no limit
 * @param implementationClass UID, empty if not sent
 * @param implementationVersion 1 to 16 characters, empty if not sent
 */
record UserInformation(
        long maxLengthBytes, String implementationClass, String implementationVersion, List<RoleSelection> roles) {

    /** What a peer gets that sent no User Information: dcmtk's default PDU length, which every peer can take. */
    static final UserInformation NONE = new UserInformation(16_384, "", "", List.of());

    UserInformation {
        roles = List.copyOf(roles);
    }
}
