package org.tandem.net.pdu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the sub-items of the User Information item (PS3.7 D.3.3), in any order; those of unknown type are skipped as
 * PS3.8 D.2 demands, those that are empty say nothing, and of one that may stand once the last counts.
 */
final class UserInformationParser {

    private final List<RoleSelection> roles = new ArrayList<>();
    private final List<ExtendedNegotiation> extended = new ArrayList<>();
    private final List<CommonExtendedNegotiation> common = new ArrayList<>();
    private long maxLength = UserInformation.NONE.maxLengthBytes();
    private String implementationClass = "";
    private String implementationVersion = "";
    private Optional<OperationsWindow> window = Optional.empty();
    private Optional<UserIdentity> identity = Optional.empty();
    private Optional<String> identityAnswer = Optional.empty();

    private UserInformationParser() {}

    static UserInformation parse(ItemCursor content) throws ProtocolViolation {
        UserInformationParser parser = new UserInformationParser();
        while (content.remaining() > 0) {
            int type = content.uint8();
            ItemCursor sub = content.item();
            if (sub.remaining() > 0) {
                parser.subItem(type, sub);
            }
        }
        return parser.result();
    }

    private UserInformation result() {
        NegotiatedItems items = new NegotiatedItems(roles, window, extended, common, identity, identityAnswer);
        return new UserInformation(maxLength, implementationClass, implementationVersion, items);
    }

    private void subItem(int type, ItemCursor sub) throws ProtocolViolation {
        switch (type) {
            case ItemType.MAXIMUM_LENGTH -> maxLength = sub.uint32();
            case ItemType.IMPLEMENTATION_CLASS -> implementationClass = sub.trimmedText();
            case ItemType.IMPLEMENTATION_VERSION -> implementationVersion = sub.trimmedText();
            case ItemType.OPERATIONS_WINDOW -> window = Optional.of(new OperationsWindow(sub.uint16(), sub.uint16()));
            case ItemType.ROLE_SELECTION -> roles.add(role(sub));
            case ItemType.EXTENDED_NEGOTIATION -> extended.add(extended(sub));
            case ItemType.COMMON_EXTENDED_NEGOTIATION -> common.add(common(sub));
            case ItemType.USER_IDENTITY -> identity = Optional.of(identity(sub));
            case ItemType.USER_IDENTITY_ANSWER -> identityAnswer = Optional.of(field(sub));
            default -> {}
        }
    }

    private static RoleSelection role(ItemCursor sub) throws ProtocolViolation {
        String sopClass = uid(sub);
        boolean scu = sub.uint8() == 1;
        return new RoleSelection(sopClass, scu, sub.uint8() == 1);
    }

    private static ExtendedNegotiation extended(ItemCursor sub) throws ProtocolViolation {
        return new ExtendedNegotiation(uid(sub), sub.text(sub.remaining()));
    }

    private static CommonExtendedNegotiation common(ItemCursor sub) throws ProtocolViolation {
        String sopClass = uid(sub);
        String serviceClass = uid(sub);
        ItemCursor related = sub.slice(sub.uint16());
        List<String> classes = new ArrayList<>();
        while (related.remaining() > 0) {
            classes.add(uid(related));
        }
        return new CommonExtendedNegotiation(sopClass, serviceClass, classes);
    }

    private static UserIdentity identity(ItemCursor sub) throws ProtocolViolation {
        int type = sub.uint8();
        boolean answerWanted = sub.uint8() == 1;
        String primary = field(sub);
        return new UserIdentity(type, answerWanted, primary, field(sub));
    }

    private static String uid(ItemCursor sub) throws ProtocolViolation {
        return sub.slice(sub.uint16()).trimmedText();
    }

    /** So many bytes as two bytes before them say, one character a byte. */
    private static String field(ItemCursor sub) throws ProtocolViolation {
        return sub.text(sub.uint16());
    }
}
