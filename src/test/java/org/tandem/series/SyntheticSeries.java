package org.tandem.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

/**
 * Series of axial slices, 3 columns × 2 rows, pixels 0.5 mm wide and 0.75 mm high, 2 mm apart; voxel (x, y) of slice k
 * holds 100 k + 10 y + x.
 */
final class SyntheticSeries {

    static final int COLUMNS = 3;
    static final int ROWS = 2;
    static final double STEP_MM = 2;

    private SyntheticSeries() {}

    /** Writes so many slices; the change is asked for each of them, numbered from 0. */
    static List<Path> write(Path folder, int slices, BiConsumer<Integer, DataSetBuilder> change) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int k = 0; k < slices; k++) {
            DataSetBuilder slice = slice(k);
            change.accept(k, slice);
            files.add(file(folder, "slice" + k + ".dcm", slice.build()));
        }
        return files;
    }

    static Path file(Path folder, String name, DataSet dataSet) throws IOException {
        Path file = folder.resolve(name);
        DicomFileWriter.write(file, DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        return file;
    }

    static DataSetBuilder slice(int k) {
        return common(SopClasses.MR_IMAGE_STORAGE, "1.2.3.100." + k)
                .putText(Tag.INSTANCE_NUMBER, VR.IS, "" + (99 - k))
                .putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, "-10", "20.5", "" + k * STEP_MM)
                .putText(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, "1", "0", "0", "0", "1", "0")
                .putText(Tag.PIXEL_SPACING, VR.DS, "0.75", "0.50")
                .putText(Tag.SLICE_THICKNESS, VR.DS, "1.8")
                .putBytes(Tag.PIXEL_DATA, VR.OW, pixels(k));
    }

    /** What all planes of the series share. */
    static DataSetBuilder common(Uid sopClass, String instance) {
        return DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, sopClass)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid(instance))
                .putUid(Tag.STUDY_INSTANCE_UID, new Uid("1.2.3.1"))
                .putUid(Tag.SERIES_INSTANCE_UID, new Uid("1.2.3.2"))
                .putUid(Tag.FRAME_OF_REFERENCE_UID, new Uid("1.2.3.3"))
                .putText(Tag.PATIENT_NAME, VR.PN, "Secret^Name")
                .putText(Tag.PATIENT_ID, VR.LO, "SECRET-1")
                .putText(Tag.MODALITY, VR.CS, "MR")
                .putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME2")
                .putIntegers(Tag.SAMPLES_PER_PIXEL, VR.US, 1)
                .putIntegers(Tag.ROWS, VR.US, ROWS)
                .putIntegers(Tag.COLUMNS, VR.US, COLUMNS)
                .putIntegers(Tag.BITS_ALLOCATED, VR.US, 16)
                .putIntegers(Tag.BITS_STORED, VR.US, 16)
                .putIntegers(Tag.HIGH_BIT, VR.US, 15)
                .putIntegers(Tag.PIXEL_REPRESENTATION, VR.US, 1);
    }

    static byte[] pixels(int k) {
        byte[] bytes = new byte[COLUMNS * ROWS * 2];
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            int value = 100 * k + 10 * (i / COLUMNS) + i % COLUMNS;
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        return bytes;
    }
}
