package org.tandem.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes DICOM files (PS3.10 7): preamble, File Meta Information with its length, data set in the syntax of the file.
 * Values that stand in other files go from channel to channel, not through the heap, where the byte order stays.
 */
public final class DicomFileWriter {

    private DicomFileWriter() {}

    /**
     * Writes to a new file or over an old one; does not force it to disk. Never write over the file that the data set
     * was read from: its pixel data are still there.
     */
    public static void write(Path path, DicomFile file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(channel, file);
        }
    }

    /** Writes at the channel's position, which ends up behind the file. For one who forces it to disk afterwards. */
    public static void write(FileChannel channel, DicomFile file) throws IOException {
        if (file.syntax().deflated()) {
            write(Channels.newOutputStream(channel), file); // closes nothing that the caller does not close
            return;
        }
        try (ByteOutput out = new ByteOutput(channel)) {
            out.write(begin(file));
            DataSetWriter.write(file.dataSet(), file.syntax(), out);
        }
    }

    /** Writes to a stream, flushes it and does not close it. */
    public static void write(OutputStream out, DicomFile file) throws IOException {
        out.write(begin(file));
        DataSetWriter.write(file.dataSet(), file.syntax(), out);
    }

    /** The group as it is, but for the syntax in which the data set is really written. */
    private static byte[] begin(DicomFile file) {
        DataSet meta = file.fileMeta().isEmpty() ? FileMeta.of(file.dataSet(), file.syntax()) : file.fileMeta();
        return FileMeta.toBytes(meta.toBuilder()
                .putUid(Tag.TRANSFER_SYNTAX_UID, file.syntax().uid())
                .build());
    }
}
