package org.tandem.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.temporal.ChronoUnit;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.net.AeTitle;
import org.tandem.net.AssociationInfo;

/** Tells from a file of the spool alone what was received: that is how an index that was lost is made again. */
final class SpooledFile {

    /** Preamble, prefix, and (0002,0000) whose value is the length of the rest of the meta information (PS3.10 7.1). */
    private static final int HEAD_BYTES = 128 + 4 + 12;

    private static final int META_LENGTH_OFFSET = HEAD_BYTES - 4;
    private static final int BUFFER_BYTES = 128 * 1024;

    private SpooledFile() {}

    static ReceivedInstance read(Spool spool, Path file) throws IOException {
        DicomFile dicom = DicomFileReader.readHeader(file);
        MessageDigest digest = Sha256.newDigest();
        long sizeBytes = digestDataSet(file, digest);
        StoredContent content =
                new StoredContent(Sha256.of(digest), sizeBytes, dicom.syntax().uid(), spool.relative(file));
        return new ReceivedInstance(
                Examination.identity(dicom.dataSet()),
                Examination.modality(dicom.dataSet()),
                origin(dicom.fileMeta(), file),
                content);
    }

    private static long digestDataSet(Path file, MessageDigest digest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            if (head.length < HEAD_BYTES) {
                throw new EOFException("File of " + head.length + " bytes, expected a Part 10 head");
            }
            in.skipNBytes(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(META_LENGTH_OFFSET));
            long sizeBytes = 0;
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                sizeBytes += count;
            }
            return sizeBytes;
        }
    }

    /** The time is that of the file; the peer's address is not kept in files. */
    private static Origin origin(DataSet meta, Path file) throws IOException {
        AssociationInfo association = new AssociationInfo(
                0,
                title(meta, Tag.SENDING_APPLICATION_ENTITY_TITLE),
                title(meta, Tag.RECEIVING_APPLICATION_ENTITY_TITLE),
                "");
        return new Origin(
                association, Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    private static AeTitle title(DataSet meta, int tag) {
        try {
            return new AeTitle(meta.string(tag).orElse("UNKNOWN"));
        } catch (TandemException e) {
            return new AeTitle("UNKNOWN");
        }
    }
}
