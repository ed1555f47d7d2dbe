package org.tandem.app;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

/** CT images of nobody: square, of 16 bit, noise as in soft tissue. */
final class BenchImages {

    private static final int FRAME_ROWS = 512;

    private BenchImages() {}

    /**
     * Writes one series of so many images with so many rows into a new folder, and forces them to the disk, so that
     * writing them does not go on while something is measured.
     */
    static List<Path> write(Path folder, int count, int rows) throws IOException {
        Files.createDirectories(folder);
        Uid study = newUid();
        Uid series = newUid();
        byte[] pixels = noise(rows);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(i + ".dcm");
            DataSet image = image(i, rows, pixels)
                    .putUid(Tag.STUDY_INSTANCE_UID, study)
                    .putUid(Tag.SERIES_INSTANCE_UID, series)
                    .build();
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                DicomFileWriter.write(channel, DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
                channel.force(true);
            }
            files.add(file);
        }
        return files;
    }

    /** Writes one multi-frame image of 512 rows, whose frames have soft edges and noise. */
    static Path writeFrames(Path file, int frames) throws IOException {
        ByteBuffer pixels = ByteBuffer.allocate(Math.multiplyExact(2 * FRAME_ROWS * FRAME_ROWS, frames))
                .order(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(2);
        for (int i = 0; i < frames * FRAME_ROWS * FRAME_ROWS; i++) {
            int x = i % FRAME_ROWS - FRAME_ROWS / 2;
            int y = i / FRAME_ROWS % FRAME_ROWS - FRAME_ROWS / 2;
            double tissue = 1000 / (1 + Math.exp((Math.hypot(x, 1.3 * y) - 220) / 2));
            double bone = 900 / (1 + Math.exp((Math.hypot(x - 40, y + 30) - 35) / 2));
            double noise = tissue > 1 ? 12 * random.nextGaussian() : 0;
            pixels.putShort((short) Math.max(0, Math.round(tissue + bone + noise)));
        }
        DataSet image = image(0, FRAME_ROWS, pixels.array())
                .putUid(Tag.SOP_CLASS_UID, SopClasses.MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE_IMAGE_STORAGE)
                .putText(Tag.NUMBER_OF_FRAMES, VR.IS, Integer.toString(frames))
                .putUid(Tag.STUDY_INSTANCE_UID, newUid())
                .putUid(Tag.SERIES_INSTANCE_UID, newUid())
                .build();
        DicomFileWriter.write(file, DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        return file;
    }

    private static DataSetBuilder image(int slice, int rows, byte[] pixels) {
        return DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SopClasses.CT_IMAGE_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, newUid())
                .putText(Tag.MODALITY, VR.CS, "CT")
                .putText(Tag.PATIENT_NAME, VR.PN, "Bench^Nobody")
                .putText(Tag.PATIENT_ID, VR.LO, "BENCH")
                .putText(Tag.INSTANCE_NUMBER, VR.IS, Integer.toString(slice + 1))
                .putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, "0", "0", Integer.toString(slice))
                .putText(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, "1", "0", "0", "0", "1", "0")
                .putText(Tag.PIXEL_SPACING, VR.DS, "0.7", "0.7")
                .putText(Tag.RESCALE_SLOPE, VR.DS, "1")
                .putText(Tag.RESCALE_INTERCEPT, VR.DS, "-1024")
                .putIntegers(Tag.SAMPLES_PER_PIXEL, VR.US, 1)
                .putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME2")
                .putIntegers(Tag.ROWS, VR.US, rows)
                .putIntegers(Tag.COLUMNS, VR.US, rows)
                .putIntegers(Tag.BITS_ALLOCATED, VR.US, 16)
                .putIntegers(Tag.BITS_STORED, VR.US, 12)
                .putIntegers(Tag.HIGH_BIT, VR.US, 11)
                .putIntegers(Tag.PIXEL_REPRESENTATION, VR.US, 0)
                .putBytes(Tag.PIXEL_DATA, VR.OW, pixels);
    }

    private static byte[] noise(int rows) {
        Random random = new Random(1);
        ByteBuffer pixels = ByteBuffer.allocate(2 * rows * rows).order(ByteOrder.LITTLE_ENDIAN);
        while (pixels.hasRemaining()) {
            pixels.putShort((short) Math.round(1064 + 20 * random.nextGaussian()));
        }
        return pixels.array();
    }

    /** Of the form 2.25 (PS3.5 B.2). */
    private static Uid newUid() {
        UUID uuid = UUID.randomUUID();
        return new Uid("2.25." + new BigInteger(uuid.toString().replace("-", ""), 16));
    }
}
