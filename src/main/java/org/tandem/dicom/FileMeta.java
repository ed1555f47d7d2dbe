package org.tandem.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Makes File Meta Information, group 0002 (PS3.10 7.1), and what stands before it in a file. */
public final class FileMeta {

    private static final int PREAMBLE_BYTES = 128;
    private static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);
    static final int PREFIX_BYTES = 4;
    private static final int GROUP_LENGTH_ELEMENT_BYTES = 12;

    private FileMeta() {}

    /** The group of an instance that this node writes. */
    public static DataSet of(Uid sopClass, Uid sopInstance, TransferSyntax syntax) {
        return DataSet.builder()
                .putBytes(Tag.FILE_META_INFORMATION_VERSION, VR.OB, new byte[] {0, 1})
                .putUid(Tag.MEDIA_STORAGE_SOP_CLASS_UID, sopClass)
                .putUid(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, sopInstance)
                .putUid(Tag.TRANSFER_SYNTAX_UID, syntax.uid())
                .putUid(Tag.IMPLEMENTATION_CLASS_UID, Implementation.CLASS_UID)
                .putText(Tag.IMPLEMENTATION_VERSION_NAME, VR.SH, Implementation.VERSION_NAME)
                .build();
    }

    /** As {@link #of(Uid, Uid, TransferSyntax)}, with the AE title that the instance came from. */
    public static DataSet of(Uid sopClass, Uid sopInstance, TransferSyntax syntax, String sourceAeTitle) {
        return of(sopClass, sopInstance, syntax).toBuilder()
                .putText(Tag.SOURCE_APPLICATION_ENTITY_TITLE, VR.AE, sourceAeTitle)
                .build();
    }

    /** The group of this data set, by its own SOP Class and SOP Instance UID; refuses one that lacks them. */
    public static DataSet of(DataSet dataSet, TransferSyntax syntax) {
        return of(dataSet.requireUid(Tag.SOP_CLASS_UID), dataSet.requireUid(Tag.SOP_INSTANCE_UID), syntax);
    }

    /** The beginning of a file: preamble, prefix, and the group with its length computed. The data set follows. */
    public static byte[] toBytes(DataSet fileMeta) {
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN; // always (PS3.10 7.1)
        DataSet rest = fileMeta.toBuilder()
                .remove(Tag.FILE_META_INFORMATION_GROUP_LENGTH)
                .build();
        int length = (int) DataSetWriter.lengthBytes(rest, syntax);
        DataSet whole = rest.toBuilder()
                .putIntegers(Tag.FILE_META_INFORMATION_GROUP_LENGTH, VR.UL, length)
                .build();
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(PREAMBLE_BYTES + PREFIX.length + GROUP_LENGTH_ELEMENT_BYTES + length);
        out.writeBytes(new byte[PREAMBLE_BYTES]);
        out.writeBytes(PREFIX);
        out.writeBytes(DataSetWriter.toBytes(whole, syntax));
        return out.toByteArray();
    }

    /** Whether the prefix stands this many bytes on. Leaves the input where it is. */
    static boolean beginsAt(ByteInput in, int distanceBytes) throws IOException {
        if (!in.has(distanceBytes + PREFIX.length)) {
            return false;
        }
        boolean equal = true;
        for (int i = 0; i < PREFIX.length; i++) {
            equal &= in.peek(distanceBytes + i) == PREFIX[i];
        }
        return equal;
    }

    /** Goes on from the beginning of a file to its File Meta Information. */
    static void skipPreamble(ByteInput in) throws IOException {
        in.skip(PREAMBLE_BYTES + PREFIX.length);
    }
}
