package org.tandem.net.pdu;

/**
 * Lays out the PDUs that manage an association in bytes (PS3.8 9.3). P-DATA-TF is laid out by whoever sends messages.
 */
public final class PduEncoder {

    private PduEncoder() {}

    public static byte[] encode(Pdu pdu) {
        ItemBytes body = body(pdu);
        return new ItemBytes()
                .octets(pdu.type().code(), 0)
                .uint32(body.bytes().length)
                .append(body)
                .bytes();
    }

    private static ItemBytes body(Pdu pdu) {
        if (pdu instanceof AssociateRequest rq) {
            return associate(rq.header(), rq.applicationContext(), contexts(rq), rq.user());
        }
        if (pdu instanceof AssociateAccept ac) {
            return associate(ac.header(), ac.applicationContext(), contexts(ac), ac.user());
        }
        if (pdu instanceof AssociateReject rj) {
            return new ItemBytes().octets(0, rj.result(), rj.source(), rj.reason());
        }
        if (pdu instanceof Abort abort) {
            return new ItemBytes().octets(0, 0, abort.source(), abort.reason());
        }
        return new ItemBytes().uint32(0);
    }

    private static ItemBytes associate(
            AssociateHeader header, String application, ItemBytes contexts, UserInformation user) {
        return new ItemBytes()
                .uint16(header.protocolVersion())
                .uint16(0)
                .text(header.called() + header.calling() + header.reserved())
                .item(ItemType.APPLICATION_CONTEXT, new ItemBytes().text(application))
                .append(contexts)
                .item(ItemType.USER_INFORMATION, UserInformationEncoder.encode(user));
    }

    private static ItemBytes contexts(AssociateRequest request) {
        ItemBytes out = new ItemBytes();
        for (OfferedContext context : request.contexts()) {
            ItemBytes content = new ItemBytes()
                    .octets(context.id(), 0, 0, 0)
                    .item(ItemType.ABSTRACT_SYNTAX, new ItemBytes().text(context.abstractSyntax()));
            context.transferSyntaxes()
                    .forEach(uid -> content.item(ItemType.TRANSFER_SYNTAX, new ItemBytes().text(uid)));
            out.item(ItemType.OFFERED_CONTEXT, content);
        }
        return out;
    }

    private static ItemBytes contexts(AssociateAccept accept) {
        ItemBytes out = new ItemBytes();
        for (AnsweredContext context : accept.contexts()) {
            ItemBytes content = new ItemBytes()
                    .octets(context.id(), 0, context.result(), 0)
                    .item(ItemType.TRANSFER_SYNTAX, new ItemBytes().text(context.transferSyntax()));
            out.item(ItemType.ANSWERED_CONTEXT, content);
        }
        return out;
    }
}
