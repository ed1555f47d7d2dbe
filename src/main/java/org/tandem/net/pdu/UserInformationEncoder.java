package org.tandem.net.pdu;

/** Lays out the sub-items of the User Information item in bytes (PS3.7 D.3.3). */
final class UserInformationEncoder {

    private UserInformationEncoder() {}

    static ItemBytes encode(UserInformation user) {
        ItemBytes out = new ItemBytes();
        out.item(ItemType.MAXIMUM_LENGTH, new ItemBytes().uint32(user.maxLengthBytes()));
        out.item(ItemType.IMPLEMENTATION_CLASS, new ItemBytes().text(user.implementationClass()));
        NegotiatedItems items = user.items();
        items.window()
                .map(window -> new ItemBytes().uint16(window.invoked()).uint16(window.performed()))
                .ifPresent(content -> out.item(ItemType.OPERATIONS_WINDOW, content));
        items.roles().forEach(role -> out.item(ItemType.ROLE_SELECTION, role(role)));
        if (!user.implementationVersion().isEmpty()) {
            out.item(ItemType.IMPLEMENTATION_VERSION, new ItemBytes().text(user.implementationVersion()));
        }
        items.extended().forEach(extended -> out.item(ItemType.EXTENDED_NEGOTIATION, extended(extended)));
        items.common().forEach(common -> out.item(ItemType.COMMON_EXTENDED_NEGOTIATION, common(common)));
        items.identity().ifPresent(identity -> out.item(ItemType.USER_IDENTITY, identity(identity)));
        items.identityAnswer()
                .ifPresent(answer -> out.item(ItemType.USER_IDENTITY_ANSWER, new ItemBytes().field(answer)));
        return out;
    }

    private static ItemBytes role(RoleSelection role) {
        return new ItemBytes().field(role.sopClass()).octets(role.scu() ? 1 : 0, role.scp() ? 1 : 0);
    }

    private static ItemBytes extended(ExtendedNegotiation extended) {
        return new ItemBytes().field(extended.sopClass()).text(extended.applicationInformation());
    }

    private static ItemBytes common(CommonExtendedNegotiation common) {
        ItemBytes related = new ItemBytes();
        common.relatedGeneralClasses().forEach(related::field);
        return new ItemBytes()
                .field(common.sopClass())
                .field(common.serviceClass())
                .uint16(related.bytes().length)
                .append(related);
    }

    private static ItemBytes identity(UserIdentity identity) {
        return new ItemBytes()
                .octets(identity.typeCode(), identity.answerWanted() ? 1 : 0)
                .field(identity.primary())
                .field(identity.secondary());
    }
}
