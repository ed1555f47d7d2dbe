package org.tandem.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;
import org.tandem.net.AssociationInfo;

/**
 * How a group of entries is laid out in the journal: length, CRC-32C of the payload (both 4 bytes, big endian),
 * payload: the number of entries, then each.
 */
final class JournalCodec {

    static final int HEAD_BYTES = 8;
    /** An entry holds a dozen short strings: under 1 KiB, and groups have some hundred. What claims more is damage. */
    static final int MAX_PAYLOAD_BYTES = 4 << 20;

    private static final int USUAL_ENTRY_BYTES = 512;

    private JournalCodec() {}

    static byte[] frame(List<JournalEntry> group) throws IOException {
        byte[] payload = payload(group);
        return ByteBuffer.allocate(HEAD_BYTES + payload.length)
                .putInt(payload.length)
                .putInt(checksum(payload))
                .put(payload)
                .array();
    }

    static int checksum(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return (int) crc.getValue();
    }

    private static byte[] payload(List<JournalEntry> group) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_ENTRY_BYTES * group.size());
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(group.size());
        for (JournalEntry entry : group) {
            writeEntry(entry, out);
        }
        return bytes.toByteArray();
    }

    private static void writeEntry(JournalEntry entry, DataOutputStream out) throws IOException {
        ReceivedInstance instance = entry.instance();
        out.writeUTF(entry.kept().name());
        writeIdentity(instance.identity(), out);
        out.writeUTF(instance.modality());
        writeOrigin(instance.origin(), out);
        StoredContent content = instance.content();
        out.writeUTF(content.digest().hex());
        out.writeLong(content.sizeBytes());
        out.writeUTF(content.syntax().value());
        out.writeUTF(content.path());
    }

    private static void writeIdentity(InstanceIdentity identity, DataOutputStream out) throws IOException {
        out.writeUTF(identity.sopClass().value());
        out.writeUTF(identity.sopInstance().value());
        out.writeUTF(identity.study().value());
        out.writeUTF(identity.series().value());
    }

    private static void writeOrigin(Origin origin, DataOutputStream out) throws IOException {
        out.writeUTF(origin.association().calling().value());
        out.writeUTF(origin.association().called().value());
        out.writeUTF(origin.association().peerHost());
        out.writeUTF(origin.arrivedAt().toString());
    }

    static List<JournalEntry> parse(byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        List<JournalEntry> group = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            group.add(readEntry(in));
        }
        return group;
    }

    private static JournalEntry readEntry(DataInputStream in) throws IOException {
        JournalEntry.Kept kept = JournalEntry.Kept.valueOf(in.readUTF());
        InstanceIdentity identity = new InstanceIdentity(readUid(in), readUid(in), readUid(in), readUid(in));
        String modality = in.readUTF();
        AssociationInfo association =
                new AssociationInfo(0, new AeTitle(in.readUTF()), new AeTitle(in.readUTF()), in.readUTF());
        Origin origin = new Origin(association, Instant.parse(in.readUTF()));
        StoredContent content = new StoredContent(new Sha256(in.readUTF()), in.readLong(), readUid(in), in.readUTF());
        return new JournalEntry(kept, new ReceivedInstance(identity, modality, origin, content));
    }

    private static Uid readUid(DataInputStream in) throws IOException {
        return new Uid(in.readUTF());
    }
}
