package org.tandem.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.Segment;
import org.tandem.series.SeriesVolume;
import org.tandem.series.SliceGeometry;
import org.tandem.series.SourceSeries;
import org.tandem.series.SourceSlice;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * A CT of nobody, and what a model would mark in it: bodies of elliptic section side by side, each through four fifths
 * of the slices.
 */
record BenchScan(SeriesVolume series, List<PredictedSegment> segments) {

    private static final Code STRUCTURE = new Code("91723000", "SCT", "Anatomical Structure");
    private static final Code ORGAN = new Code("113343008", "SCT", "Organ");
    private static final SliceGeometry GEOMETRY =
            new SliceGeometry(List.of("1", "0", "0", "0", "1", "0"), List.of("0.75", "0.75"), Optional.of("1"));

    static BenchScan of(int rows, int slices, int segments) {
        Grid grid = new Grid(
                new Size(rows, rows, slices),
                new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)),
                new Vector3(0.75, 0.75, 1),
                new Vector3(0, 0, 0));
        List<SourceSlice> sources = IntStream.range(0, slices)
                .mapToObj(z -> new SourceSlice(
                        SopClasses.CT_IMAGE_STORAGE,
                        image(z).requireUid(Tag.SOP_INSTANCE_UID),
                        OptionalInt.empty(),
                        position(z)))
                .toList();
        DataSet header = header(0, rows);
        SeriesVolume series = new SeriesVolume(
                new SourceSeries(header, sources, GEOMETRY),
                new Volume(grid, new float[grid.size().voxels()]));
        List<PredictedSegment> bodies = IntStream.range(0, segments)
                .mapToObj(i -> new PredictedSegment(
                        new Segment(i, "Organ " + (i + 1), STRUCTURE, ORGAN), body(grid, i, segments)))
                .toList();
        return new BenchScan(series, bodies);
    }

    private static Mask body(Grid grid, int index, int count) {
        Size size = grid.size();
        double radius = 0.45 * size.x() / count;
        double middle = (index + 0.5) * size.x() / count;
        BitSet voxels = new BitSet(size.voxels());
        for (int z = size.z() / 10; z < size.z() - size.z() / 10; z++) {
            for (int y = 0; y < size.y(); y++) {
                double height = (y - size.y() / 2.0) / (0.4 * size.y());
                double half = radius * Math.sqrt(Math.max(0, 1 - height * height));
                int from = size.offset((int) Math.ceil(middle - half), y, z);
                voxels.set(from, Math.max(from, size.offset((int) Math.floor(middle + half), y, z)));
            }
        }
        return new Mask(grid, voxels);
    }

    /** For others: the headers of the images, and a byte a voxel that says to which segment it belongs. */
    void write(Path folder) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Size size = series.volume().grid().size();
        for (int z = 0; z < size.z(); z++) {
            DataSet header = header(z, size.y());
            DicomFileWriter.write(
                    images.resolve(z + ".dcm"), DicomFile.of(header, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        }
        try (OutputStream labels = Files.newOutputStream(folder.resolve("labels.raw"))) {
            for (int z = 0; z < size.z(); z++) {
                labels.write(labels(size, z));
            }
        }
    }

    private byte[] labels(Size size, int z) {
        byte[] labels = new byte[size.x() * size.y()];
        int first = size.offset(0, 0, z);
        for (int i = 0; i < segments.size(); i++) {
            BitSet voxels = segments.get(i).mask().voxels();
            for (int at = voxels.nextSetBit(first); at >= 0 && at < first + labels.length; ) {
                labels[at - first] = (byte) (i + 1);
                at = voxels.nextSetBit(at + 1);
            }
        }
        return labels;
    }

    private static List<String> position(int z) {
        return List.of("0", "0", Integer.toString(z));
    }

    private static DataSet image(int z) {
        return DataSet.builder()
                .putUid(Tag.SOP_INSTANCE_UID, new Uid("2.25.1.4." + (z + 1)))
                .build();
    }

    private static DataSet header(int z, int rows) {
        List<String> texts = new ArrayList<>(position(z));
        return DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SopClasses.CT_IMAGE_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, image(z).requireUid(Tag.SOP_INSTANCE_UID))
                .putText(Tag.STUDY_DATE, VR.DA, "20260101")
                .putText(Tag.STUDY_TIME, VR.TM, "120000")
                .putText(Tag.ACCESSION_NUMBER, VR.SH, "1")
                .putText(Tag.MODALITY, VR.CS, "CT")
                .putText(Tag.MANUFACTURER, VR.LO, "Tandem")
                .putText(Tag.REFERRING_PHYSICIAN_NAME, VR.PN, "")
                .putText(Tag.PATIENT_NAME, VR.PN, "Nobody")
                .putText(Tag.PATIENT_ID, VR.LO, "BENCH")
                .putText(Tag.PATIENT_BIRTH_DATE, VR.DA, "")
                .putText(Tag.PATIENT_SEX, VR.CS, "O")
                .putUid(Tag.STUDY_INSTANCE_UID, new Uid("2.25.1.1"))
                .putUid(Tag.SERIES_INSTANCE_UID, new Uid("2.25.1.2"))
                .putText(Tag.STUDY_ID, VR.SH, "1")
                .putText(Tag.SERIES_NUMBER, VR.IS, "1")
                .putText(Tag.INSTANCE_NUMBER, VR.IS, Integer.toString(z + 1))
                .putUid(Tag.FRAME_OF_REFERENCE_UID, new Uid("2.25.1.3"))
                .putText(Tag.POSITION_REFERENCE_INDICATOR, VR.LO, "")
                .putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, texts.toArray(String[]::new))
                .putText(
                        Tag.IMAGE_ORIENTATION_PATIENT,
                        VR.DS,
                        GEOMETRY.imageOrientation().toArray(String[]::new))
                .putText(Tag.PIXEL_SPACING, VR.DS, GEOMETRY.pixelSpacing().toArray(String[]::new))
                .putText(Tag.SLICE_THICKNESS, VR.DS, "1")
                .putIntegers(Tag.ROWS, VR.US, rows)
                .putIntegers(Tag.COLUMNS, VR.US, rows)
                .build();
    }
}
