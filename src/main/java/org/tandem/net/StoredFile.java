package org.tandem.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;

/**
 * What sending a Part 10 file takes to know (PS3.10 7.1): its meta information, and where the data set begins. One
 * read, as a study has hundreds of files.
 */
record StoredFile(Path path, Uid sopClass, Uid sopInstance, Encoded encoded) {

    /** How the data set is encoded, and where in the file it begins. */
    record Encoded(TransferSyntax syntax, long offset) {}

    private static final int PREAMBLE_BYTES = 128;
    private static final int PREFIX = 'D' << 24 | 'I' << 16 | 'C' << 8 | 'M';
    /** Of group 0002; the longest seen holds private information of some hundred bytes. */
    private static final int MAX_META_BYTES = 64 * 1024;

    private static final int SHORT_HEAD_BYTES = 8;
    private static final int GROUP = 0x0002;
    private static final Set<String> LONG_LENGTH = Set.of("OB", "OW", "UN", "UT", "SQ");

    static StoredFile read(Path path) {
        ByteBuffer head = ByteBuffer.allocate(MAX_META_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(path)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {}
        } catch (IOException e) {
            throw new TandemException(TandemException.Kind.RETRY, "Cannot read " + path + ": " + e, e);
        }
        head.flip();
        if (head.limit() < PREAMBLE_BYTES + Integer.BYTES
                || Integer.reverseBytes(head.getInt(PREAMBLE_BYTES)) != PREFIX) {
            throw refusal(path, "no prefix DICM after 128 bytes");
        }
        head.position(PREAMBLE_BYTES + Integer.BYTES);
        Map<Integer, String> meta = new HashMap<>();
        while (head.remaining() >= SHORT_HEAD_BYTES && (head.getShort(head.position()) & 0xFFFF) == GROUP) {
            element(path, head, meta);
        }
        TransferSyntax syntax = TransferSyntaxes.of(uid(path, meta, Tag.TRANSFER_SYNTAX_UID));
        return new StoredFile(
                path,
                uid(path, meta, Tag.MEDIA_STORAGE_SOP_CLASS_UID),
                uid(path, meta, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID),
                new Encoded(syntax, head.position()));
    }

    TransferSyntax syntax() {
        return encoded.syntax();
    }

    private static void element(Path path, ByteBuffer head, Map<Integer, String> meta) {
        int tag = Tag.of(head.getShort() & 0xFFFF, head.getShort());
        byte[] vr = {head.get(), head.get()};
        long length = head.getShort() & 0xFFFF;
        if (LONG_LENGTH.contains(new String(vr, StandardCharsets.ISO_8859_1)) && head.remaining() >= Integer.BYTES) {
            length = head.getInt() & 0xFFFFFFFFL;
        }
        if (length > head.remaining()) {
            throw refusal(path, Tag.format(tag) + " of " + length + " bytes runs past the meta information");
        }
        byte[] value = new byte[(int) length];
        head.get(value);
        meta.put(tag, new String(value, StandardCharsets.ISO_8859_1));
    }

    private static Uid uid(Path path, Map<Integer, String> meta, int tag) {
        String value = meta.getOrDefault(tag, "");
        if (!Uid.isValid(value)) {
            throw refusal(path, Tag.format(tag) + " is no UID");
        }
        return Uid.of(value);
    }

    private static TandemException refusal(Path path, String why) {
        return new TandemException(TandemException.Kind.REFUSE, "Not a DICOM file: " + path + ": " + why);
    }
}
