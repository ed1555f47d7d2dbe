package org.tandem.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetWriter;
import org.tandem.dicom.FileMeta;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

/**
 * A multi-frame object of more bytes than an int counts, made without ever being in memory: a file with holes, in which
 * each mebibyte begins with random bytes.
 */
final class LargeObject {

    /** 2048 · 2048 pixels of 2 bytes are 8 MiB a frame; 257 frames are 2 GiB and 8 MiB. */
    private static final int SIDE = 2048;

    private static final int FRAMES = 257;
    static final long PIXEL_BYTES = 2L * SIDE * SIDE * FRAMES;

    private static final int MEBIBYTE = 1 << 20;
    private static final int RANDOM_BYTES = 4096;
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    /** Multi-frame Grayscale Word Secondary Capture Image Storage, PS3.4 B.5. */
    private static final Uid SOP_CLASS = new Uid("1.2.840.10008.5.1.4.1.1.7.3");

    static final Uid INSTANCE = Uid.derived("large object");

    private LargeObject() {}

    static void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            var out = Channels.newOutputStream(channel);
            out.write(FileMeta.toBytes(FileMeta.of(SOP_CLASS, INSTANCE, SYNTAX, "TEST")));
            DataSetWriter.write(header(), SYNTAX, out);
            ByteBuffer pixelData = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
            pixelData
                    .putShort((short) 0x7FE0)
                    .putShort((short) 0x0010)
                    .put((byte) 'O')
                    .put((byte) 'W')
                    .putShort((short) 0);
            out.write(pixelData.putInt((int) PIXEL_BYTES).array());
            pixels(channel, channel.position());
        }
    }

    private static DataSet header() {
        return DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SOP_CLASS)
                .putUid(Tag.SOP_INSTANCE_UID, INSTANCE)
                .putText(Tag.MODALITY, VR.CS, "OT")
                .putUid(Tag.STUDY_INSTANCE_UID, Uid.derived("study of the large object"))
                .putUid(Tag.SERIES_INSTANCE_UID, Uid.derived("series of the large object"))
                .putText(Tag.NUMBER_OF_FRAMES, VR.IS, Integer.toString(FRAMES))
                .putIntegers(Tag.ROWS, VR.US, SIDE)
                .putIntegers(Tag.COLUMNS, VR.US, SIDE)
                .putIntegers(Tag.BITS_ALLOCATED, VR.US, 16)
                .build();
    }

    private static void pixels(FileChannel channel, long start) throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        byte[] bytes = new byte[RANDOM_BYTES];
        for (long at = 0; at < PIXEL_BYTES; at += MEBIBYTE) {
            random.nextBytes(bytes);
            channel.write(ByteBuffer.wrap(bytes), start + at);
        }
        channel.write(ByteBuffer.wrap(new byte[1]), start + PIXEL_BYTES - 1);
    }
}
