package org.tandem.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * Writes MR series of a study: on any grid, of values that follow from the place in the patient, so that series on
 * different grids show the same thing.
 */
public record GridSeries(Path folder, String study) {

    /** One patient, one study, one frame of reference; the change may make it otherwise. */
    public List<Path> write(Uid series, Grid grid, ToDoubleFunction<Vector3> value, Consumer<DataSetBuilder> change) {
        List<Path> files = new ArrayList<>();
        for (int z = 0; z < grid.size().z(); z++) {
            DataSetBuilder slice = slice(series, grid, z);
            slice.putBytes(Tag.PIXEL_DATA, VR.OW, pixels(grid, z, value));
            change.accept(slice);
            files.add(write(series, z, slice.build()));
        }
        return files;
    }

    private Path write(Uid series, int z, DataSet slice) {
        try {
            Path file = Files.createDirectories(folder.resolve(series.value())).resolve(z + ".dcm");
            DicomFileWriter.write(file, DicomFile.of(slice, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataSetBuilder slice(Uid series, Grid grid, int z) {
        Vector3 x = grid.axes().x();
        Vector3 y = grid.axes().y();
        Vector3 position = grid.toPatient(new Vector3(0, 0, z));
        return DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SopClasses.MR_IMAGE_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid(series + "." + (z + 1)))
                .putText(Tag.MODALITY, VR.CS, "MR")
                .putText(Tag.PATIENT_NAME, VR.PN, "Secret^Name")
                .putText(Tag.PATIENT_ID, VR.LO, "SECRET-1")
                .putUid(Tag.STUDY_INSTANCE_UID, new Uid(study))
                .putUid(Tag.SERIES_INSTANCE_UID, series)
                .putUid(Tag.FRAME_OF_REFERENCE_UID, new Uid(study + ".9"))
                .putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, numbers(position))
                .putText(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, numbers(x, y))
                .putText(
                        Tag.PIXEL_SPACING,
                        VR.DS,
                        numbers(grid.spacingMm().y(), grid.spacingMm().x()))
                .putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME2")
                .putIntegers(Tag.SAMPLES_PER_PIXEL, VR.US, 1)
                .putIntegers(Tag.ROWS, VR.US, grid.size().y())
                .putIntegers(Tag.COLUMNS, VR.US, grid.size().x())
                .putIntegers(Tag.BITS_ALLOCATED, VR.US, 16)
                .putIntegers(Tag.BITS_STORED, VR.US, 16)
                .putIntegers(Tag.HIGH_BIT, VR.US, 15)
                .putIntegers(Tag.PIXEL_REPRESENTATION, VR.US, 1);
    }

    private static byte[] pixels(Grid grid, int z, ToDoubleFunction<Vector3> value) {
        Size size = grid.size();
        ByteBuffer bytes = ByteBuffer.allocate(2 * size.x() * size.y()).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < size.y(); y++) {
            for (int x = 0; x < size.x(); x++) {
                bytes.putShort((short) Math.rint(value.applyAsDouble(grid.toPatient(new Vector3(x, y, z)))));
            }
        }
        return bytes.array();
    }

    private static String[] numbers(Vector3... vectors) {
        List<String> texts = new ArrayList<>();
        for (Vector3 vector : vectors) {
            texts.addAll(List.of(numbers(vector.x(), vector.y(), vector.z())));
        }
        return texts.toArray(String[]::new);
    }

    private static String[] numbers(double... numbers) {
        String[] texts = new String[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            texts[i] = Double.toString(numbers[i]);
        }
        return texts;
    }
}
