package org.tandem.result.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.OperatingPoint;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.finding.SegmentationFindings;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.Reading;
import org.tandem.series.SeriesReader;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Mask;
import org.tandem.volume.Vector3;

/**
 * A body with a marked corner, a ball of 4 mm at a known place in the patient, as six ways of scanning see it. Its
 * voxels are drawn by the equation of PS3.3 C.7.6.2.1.1 alone, from the strings that the files hold; pixels are 0.8 mm
 * wide and 1.2 mm high, slices 2.5 mm apart and written in any order.
 */
enum ScannedPhantom {
    AXIAL("HFS", "1", "0", "0", "0", "1", "0"),
    SAGITTAL("HFS", "0", "1", "0", "0", "0", "-1"),
    CORONAL("HFS", "1", "0", "0", "0", "0", "-1"),
    /** Turned by 35° about the first axis, then by 25° about the third. */
    OBLIQUE("HFS", "0.906307787", "0.422618262", "0", "-0.346188613", "0.742403877", "0.573576436"),
    LEFT_DECUBITUS("HFDL", "0", "1", "0", "-1", "0", "0"),
    FEET_FIRST("FFS", "-1", "0", "0", "0", "1", "0");

    /** Where the marker is, mm in the patient (LPS). */
    static final Vector3 MARKER = new Vector3(23.4, -31.1, 47.7);

    static final double COLUMN_MM = 0.8;
    static final double ROW_MM = 1.2;
    static final double SLICE_MM = 2.5;

    private static final int COLUMNS = 48;
    private static final int ROWS = 40;
    private static final int SLICES = 24;
    private static final double RADIUS_MM = 4;
    private static final short TISSUE = 40;
    private static final short MARKED = 1000;

    /** Near a corner of every scan, and between its voxels: column, row, slice. */
    private static final Vector3 MARKER_IN_SCAN = new Vector3(40.3, 8.25, 18.8);

    private final String position;
    private final String[] orientation;

    ScannedPhantom(String position, String... orientation) {
        this.position = position;
        this.orientation = orientation;
    }

    /** The segmentation of the marker, from the files of a scan. */
    ResultObject segmented(Path folder) throws IOException {
        SeriesVolume series = ((Reading.Read) SeriesReader.read(scan(folder))).series();
        BitSet marked = new BitSet();
        float[] values = series.volume().voxels();
        IntStream.range(0, values.length)
                .filter(voxel -> values[voxel] > (TISSUE + MARKED) / 2.0)
                .forEach(marked::set);
        PredictedSegment segment =
                new PredictedSegment(Phantom.NODULE, new Mask(series.volume().grid(), marked));
        SegmentationFindings findings =
                new SegmentationFindings(List.of(segment), List.of(), Optional.of(OperatingPoint.at(0.5)));
        return ResultBuilder.build(new ResultInput(series, Phantom.MODEL, List.of(findings), Phantom.PRODUCTION))
                .stream()
                .filter(object -> object.kind() == ResultKind.SEGMENTATION)
                .findFirst()
                .orElseThrow();
    }

    private List<Path> scan(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            Path file = folder.resolve(slice + ".dcm");
            DicomFileWriter.write(file, DicomFile.of(image(slice), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
            files.add(file);
        }
        Collections.shuffle(files, new Random(ordinal()));
        return files;
    }

    private DataSet image(int slice) {
        String[] first = Vectors.strings(corner(slice));
        return DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SopClasses.CT_IMAGE_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.5." + ordinal() + "." + slice))
                .putUid(Tag.STUDY_INSTANCE_UID, new Uid("1.2.3.6"))
                .putUid(Tag.SERIES_INSTANCE_UID, new Uid("1.2.3.7." + ordinal()))
                .putUid(Tag.FRAME_OF_REFERENCE_UID, new Uid("1.2.3.8"))
                .putText(Tag.MODALITY, VR.CS, "CT")
                .putText(Tag.PATIENT_ID, VR.LO, "PHANTOM2")
                .putText(Tag.PATIENT_NAME, VR.PN, "Phantom^Turned")
                .putText(Tag.PATIENT_POSITION, VR.CS, position)
                .putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, first)
                .putText(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, orientation)
                .putText(Tag.PIXEL_SPACING, VR.DS, Double.toString(ROW_MM), Double.toString(COLUMN_MM))
                .putText(Tag.SLICE_THICKNESS, VR.DS, Double.toString(SLICE_MM))
                .putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME2")
                .putIntegers(Tag.SAMPLES_PER_PIXEL, VR.US, 1)
                .putIntegers(Tag.ROWS, VR.US, ROWS)
                .putIntegers(Tag.COLUMNS, VR.US, COLUMNS)
                .putIntegers(Tag.BITS_ALLOCATED, VR.US, 16)
                .putIntegers(Tag.BITS_STORED, VR.US, 16)
                .putIntegers(Tag.HIGH_BIT, VR.US, 15)
                .putIntegers(Tag.PIXEL_REPRESENTATION, VR.US, 1)
                .putBytes(Tag.PIXEL_DATA, VR.OW, pixels(Vectors.of(first, 0)))
                .build();
    }

    private byte[] pixels(Vector3 first) {
        ByteBuffer pixels = ByteBuffer.allocate(2 * ROWS * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
        Vector3 alongRow = Vectors.of(orientation, 0).times(COLUMN_MM);
        Vector3 alongColumn = Vectors.of(orientation, 3).times(ROW_MM);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                Vector3 at = first.plus(alongRow.times(column)).plus(alongColumn.times(row));
                pixels.putShort(at.minus(MARKER).length() <= RADIUS_MM ? MARKED : TISSUE);
            }
        }
        return pixels.array();
    }

    /** Where the first pixel of a slice has to be, so that the marker is where it shall be in the scan. */
    private Vector3 corner(int slice) {
        Vector3 x = Vectors.of(orientation, 0);
        Vector3 y = Vectors.of(orientation, 3);
        return MARKER.minus(x.times(COLUMN_MM * MARKER_IN_SCAN.x()))
                .minus(y.times(ROW_MM * MARKER_IN_SCAN.y()))
                .plus(x.cross(y).times(SLICE_MM * (slice - MARKER_IN_SCAN.z())));
    }

    /** How far a place is from the marker, in voxels of the scan, along each of its axes; the greatest. */
    double voxelsFromMarker(Vector3 place) {
        Vector3 off = place.minus(MARKER);
        Vector3 x = Vectors.of(orientation, 0);
        Vector3 y = Vectors.of(orientation, 3);
        return Math.max(
                Math.abs(off.dot(x)) / COLUMN_MM,
                Math.max(Math.abs(off.dot(y)) / ROW_MM, Math.abs(off.dot(x.cross(y))) / SLICE_MM));
    }

    private static final class Vectors {
        private static Vector3 of(String[] numbers, int from) {
            return new Vector3(
                    Double.parseDouble(numbers[from]),
                    Double.parseDouble(numbers[from + 1]),
                    Double.parseDouble(numbers[from + 2]));
        }

        private static String[] strings(Vector3 vector) {
            return new String[] {decimal(vector.x()), decimal(vector.y()), decimal(vector.z())};
        }

        private static String decimal(double value) {
            return String.format(Locale.ROOT, "%.6f", value);
        }
    }
}
