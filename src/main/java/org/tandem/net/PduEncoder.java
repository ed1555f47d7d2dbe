package org.tandem.net;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lays out the PDUs that manage an association in bytes (PS3.8 9.3). P-DATA-TF is laid out by {@link MessageWriter}.
 */
final class PduEncoder {

    private PduEncoder() {}

    static byte[] encode(Pdu pdu) {
        byte[] body = body(pdu);
        ByteArrayOutputStream out = new ByteArrayOutputStream(PduReader.HEAD_BYTES + body.length);
        put(out, pdu.type().code(), 0);
        putUint32(out, body.length);
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] body(Pdu pdu) {
        if (pdu instanceof AssociateRequest rq) {
            return associate(rq.header(), rq.applicationContext(), contexts(rq), rq.user());
        }
        if (pdu instanceof AssociateAccept ac) {
            return associate(ac.header(), ac.applicationContext(), contexts(ac), ac.user());
        }
        if (pdu instanceof AssociateReject rj) {
            return bytes(0, rj.result(), rj.source(), rj.reason());
        }
        if (pdu instanceof Abort abort) {
            return bytes(0, 0, abort.source(), abort.reason());
        }
        return bytes(0, 0, 0, 0);
    }

    private static byte[] associate(AssociateHeader header, String application, byte[] contexts, UserInformation user) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        putUint16(out, header.protocolVersion());
        putUint16(out, 0);
        out.writeBytes(latin1(header.called() + header.calling() + header.reserved()));
        putItem(out, ItemType.APPLICATION_CONTEXT, latin1(application));
        out.writeBytes(contexts);
        putItem(out, ItemType.USER_INFORMATION, userInformation(user));
        return out.toByteArray();
    }

    private static byte[] contexts(AssociateRequest request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (OfferedContext context : request.contexts()) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            put(content, context.id(), 0, 0, 0);
            putItem(content, ItemType.ABSTRACT_SYNTAX, latin1(context.abstractSyntax()));
            context.transferSyntaxes().forEach(uid -> putItem(content, ItemType.TRANSFER_SYNTAX, latin1(uid)));
            putItem(out, ItemType.OFFERED_CONTEXT, content.toByteArray());
        }
        return out.toByteArray();
    }

    private static byte[] contexts(AssociateAccept accept) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (AnsweredContext context : accept.contexts()) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            put(content, context.id(), 0, context.result(), 0);
            putItem(content, ItemType.TRANSFER_SYNTAX, latin1(context.transferSyntax()));
            putItem(out, ItemType.ANSWERED_CONTEXT, content.toByteArray());
        }
        return out.toByteArray();
    }

    private static byte[] userInformation(UserInformation user) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream maxLength = new ByteArrayOutputStream();
        putUint32(maxLength, user.maxLengthBytes());
        putItem(out, ItemType.MAXIMUM_LENGTH, maxLength.toByteArray());
        putItem(out, ItemType.IMPLEMENTATION_CLASS, latin1(user.implementationClass()));
        for (RoleSelection role : user.roles()) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            putUint16(content, role.sopClass().length());
            content.writeBytes(latin1(role.sopClass()));
            put(content, role.scu() ? 1 : 0, role.scp() ? 1 : 0);
            putItem(out, ItemType.ROLE_SELECTION, content.toByteArray());
        }
        if (!user.implementationVersion().isEmpty()) {
            putItem(out, ItemType.IMPLEMENTATION_VERSION, latin1(user.implementationVersion()));
        }
        return out.toByteArray();
    }

    private static void putItem(ByteArrayOutputStream out, int type, byte[] content) {
        put(out, type, 0);
        putUint16(out, content.length);
        out.writeBytes(content);
    }

    private static void put(ByteArrayOutputStream out, int... octets) {
        out.writeBytes(bytes(octets));
    }

    private static void putUint16(ByteArrayOutputStream out, int value) {
        put(out, value >>> 8, value);
    }

    private static void putUint32(ByteArrayOutputStream out, long value) {
        putUint16(out, (int) (value >>> 16));
        putUint16(out, (int) value);
    }

    private static byte[] bytes(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return bytes;
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
