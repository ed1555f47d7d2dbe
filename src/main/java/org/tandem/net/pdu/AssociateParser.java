package org.tandem.net.pdu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the body of an A-ASSOCIATE-RQ or -AC (PS3.8 9.3.2, 9.3.3). Items may come in any order; those of unknown type
 * are skipped at every level; reserved bytes are not tested; no item may run past the one around it.
 */
final class AssociateParser {

    private static final int MAX_CONTEXT_ID = 255;

    private final AssociateHeader header;
    private final List<OfferedContext> offered = new ArrayList<>();
    private final List<AnsweredContext> answered = new ArrayList<>();
    private final Set<Integer> ids = new HashSet<>();
    private String applicationContext = "";
    private UserInformation user = UserInformation.NONE;

    private AssociateParser(byte[] body) throws ProtocolViolation {
        ItemCursor cursor = new ItemCursor(body);
        header = header(cursor);
        while (cursor.remaining() > 0) {
            int type = cursor.uint8();
            item(type, cursor.item());
        }
    }

    static AssociateRequest request(byte[] body) throws ProtocolViolation {
        AssociateParser parser = new AssociateParser(body);
        return new AssociateRequest(parser.header, parser.applicationContext, parser.offered, parser.user);
    }

    static AssociateAccept accept(byte[] body) throws ProtocolViolation {
        AssociateParser parser = new AssociateParser(body);
        return new AssociateAccept(parser.header, parser.applicationContext, parser.answered, parser.user);
    }

    private static AssociateHeader header(ItemCursor cursor) throws ProtocolViolation {
        int version = cursor.uint16();
        cursor.skip(2);
        String called = cursor.text(AssociateHeader.TITLE_BYTES);
        String calling = cursor.text(AssociateHeader.TITLE_BYTES);
        return new AssociateHeader(version, called, calling, cursor.text(AssociateHeader.RESERVED_BYTES));
    }

    private void item(int type, ItemCursor content) throws ProtocolViolation {
        switch (type) {
            case ItemType.APPLICATION_CONTEXT -> applicationContext = content.trimmedText();
            case ItemType.OFFERED_CONTEXT -> offered.add(offeredContext(content));
            case ItemType.ANSWERED_CONTEXT -> answered.add(answeredContext(content));
            case ItemType.USER_INFORMATION -> user = UserInformationParser.parse(content);
            default -> {} // PS3.8 9.3.1: unrecognized items are ignored
        }
    }

    private OfferedContext offeredContext(ItemCursor content) throws ProtocolViolation {
        int id = contextId(content);
        content.skip(3);
        String abstractSyntax = "";
        List<String> syntaxes = new ArrayList<>();
        while (content.remaining() > 0) {
            int type = content.uint8();
            ItemCursor sub = content.item();
            if (type == ItemType.ABSTRACT_SYNTAX) {
                abstractSyntax = sub.trimmedText();
            } else if (type == ItemType.TRANSFER_SYNTAX) {
                syntaxes.add(sub.trimmedText());
            }
        }
        return new OfferedContext(id, abstractSyntax, syntaxes);
    }

    private AnsweredContext answeredContext(ItemCursor content) throws ProtocolViolation {
        int id = contextId(content);
        content.skip(1);
        int result = content.uint8();
        content.skip(1);
        String syntax = "";
        while (content.remaining() > 0) {
            int type = content.uint8();
            ItemCursor sub = content.item();
            if (type == ItemType.TRANSFER_SYNTAX) {
                syntax = sub.trimmedText();
            }
        }
        return new AnsweredContext(id, result, syntax);
    }

    private int contextId(ItemCursor content) throws ProtocolViolation {
        int id = content.uint8();
        if (id % 2 == 0 || !ids.add(id)) {
            throw new ProtocolViolation(
                    AbortReason.INVALID_PARAMETER,
                    "presentation context id " + id + ", expected odd, 1 to " + MAX_CONTEXT_ID + ", each once");
        }
        return id;
    }
}
