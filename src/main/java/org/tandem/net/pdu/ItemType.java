package org.tandem.net.pdu;

/**
 * The types of the items and sub-items of the association PDUs (PS3.8 9.3.2, PS3.7 D.3.3) that are read or written
 * here.
 */
final class ItemType {

    static final int APPLICATION_CONTEXT = 0x10;
    static final int OFFERED_CONTEXT = 0x20;
    static final int ANSWERED_CONTEXT = 0x21;
    static final int ABSTRACT_SYNTAX = 0x30;
    static final int TRANSFER_SYNTAX = 0x40;
    static final int USER_INFORMATION = 0x50;
    static final int MAXIMUM_LENGTH = 0x51;
    static final int IMPLEMENTATION_CLASS = 0x52;
    static final int OPERATIONS_WINDOW = 0x53;
    static final int ROLE_SELECTION = 0x54;
    static final int IMPLEMENTATION_VERSION = 0x55;
    static final int EXTENDED_NEGOTIATION = 0x56;
    static final int COMMON_EXTENDED_NEGOTIATION = 0x57;
    static final int USER_IDENTITY = 0x58;
    static final int USER_IDENTITY_ANSWER = 0x59;

    private ItemType() {}
}
