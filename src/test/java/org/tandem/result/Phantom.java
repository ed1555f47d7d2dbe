package org.tandem.result;

import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.Measurement;
import org.tandem.model.Segment;
import org.tandem.result.finding.SegmentationFindings;
import org.tandem.result.iod.DeviceIdentity;
import org.tandem.result.iod.ModelIdentity;
import org.tandem.result.iod.Production;
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
 * A small source series of each kind and two masks on it, the same as in the validated example SEG that the digest of
 * the standard keeps: 5 × 5 pixels, three slices, pixels 0.8 × 0.7 mm, 2.5 mm apart: 1.4 mm³ a voxel.
 */
public final class Phantom {

    public static final Uid CT_IMAGE = new Uid("1.2.840.10008.5.1.4.1.1.2");
    public static final Uid MR_IMAGE = new Uid("1.2.840.10008.5.1.4.1.1.4");
    public static final Uid ENHANCED_MR_IMAGE = new Uid("1.2.840.10008.5.1.4.1.1.4.1");

    public static final Uid STUDY = new Uid("1.2.3.1");
    public static final Uid SERIES = new Uid("1.2.3.2");
    public static final Uid FRAME_OF_REFERENCE = new Uid("1.2.3.3");

    public static final Segment LUNG = new Segment(
            0, "Lung", new Code("91723000", "SCT", "Anatomical Structure"), new Code("39607008", "SCT", "Lung"));
    public static final Segment NODULE = new Segment(
            1,
            "Nodule",
            new Code("49755003", "SCT", "Morphologically Abnormal Structure"),
            new Code("27925004", "SCT", "Nodule"));

    /** 49 voxels (24, 16 and 9) in three slices. */
    public static final String[] LUNG_PIXELS = {
        "11111 11111 11011 11111 11111", "11111 10001 10001 10001 11111", "00000 01110 01110 01110 00000"
    };

    /** 6 voxels (1 and 5) in two slices; the third is empty. */
    public static final String[] NODULE_PIXELS = {
        "00000 00000 00100 00000 00000", "00000 00100 01110 00100 00000", "00000 00000 00000 00000 00000"
    };

    public static final String[] NOTHING = {
        "00000 00000 00000 00000 00000", "00000 00000 00000 00000 00000", "00000 00000 00000 00000 00000"
    };

    public static final DeviceIdentity DEVICE = new DeviceIdentity("Tandem", "Tandem", "test-installation", "0.1.0");
    public static final ModelIdentity MODEL =
            new ModelIdentity("demo-net", "1.0.0", "Lungs and nodules in CT", "research");
    public static final Production PRODUCTION =
            new Production(DEVICE, ZonedDateTime.of(2026, 1, 2, 10, 30, 0, 0, ZoneOffset.ofHours(9)));

    private Phantom() {}

    public static SeriesVolume ct() {
        return singleFrame(CT_IMAGE, "CT", UnaryOperator.identity());
    }

    public static SeriesVolume mr() {
        return singleFrame(MR_IMAGE, "MR", UnaryOperator.identity());
    }

    /** A CT series whose header was changed before it was read. */
    public static SeriesVolume ct(UnaryOperator<DataSetBuilder> change) {
        return singleFrame(CT_IMAGE, "CT", change);
    }

    /** One instance of five frames, of which three, out of order, are the slices. */
    public static SeriesVolume enhancedMr() {
        int[] frameOfSlice = {4, 1, 3};
        List<SourceSlice> slices = new ArrayList<>();
        for (int z = 0; z < 3; z++) {
            slices.add(new SourceSlice(
                    ENHANCED_MR_IMAGE, new Uid("1.2.3.9"), OptionalInt.of(frameOfSlice[z]), axialPosition(z)));
        }
        DataSet header = header(ENHANCED_MR_IMAGE, "MR")
                .putText(Tag.NUMBER_OF_FRAMES, VR.IS, "5")
                .build();
        return new SeriesVolume(new SourceSeries(header, slices, axialGeometry()), volume(axialGrid()));
    }

    /** Slices turned by 30° about the x axis, written as a scanner writes them. */
    public static SeriesVolume oblique() {
        List<SourceSlice> slices = List.of(
                slice(MR_IMAGE, 0, "-10.0", "-20.00", "30.0"),
                slice(MR_IMAGE, 1, "-10.0", "-21.25", "32.165064"),
                slice(MR_IMAGE, 2, "-10.0", "-22.50", "34.330127"));
        SliceGeometry geometry = new SliceGeometry(
                List.of("1", "0", "0.0", "0", "0.86602540378444", "5.0e-01"),
                List.of("0.80", "0.70"),
                Optional.of("2.5"));
        double cosine = Math.sqrt(3) / 2;
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, cosine, 0.5), new Vector3(0, -0.5, cosine));
        Grid grid = new Grid(new Size(5, 5, 3), axes, new Vector3(0.7, 0.8, 2.5), new Vector3(-10, -20, 30));
        return new SeriesVolume(new SourceSeries(header(MR_IMAGE, "MR").build(), slices, geometry), volume(grid));
    }

    /** Name in kanji and kana as PS3.5 H.3 writes it, in ISO 2022. */
    public static DataSetBuilder withJapaneseName(DataSetBuilder header) {
        byte[] name =
                "Yamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B=\u001b$B$d$^$@\u001b(B^\u001b$B$?$m$&\u001b(B"
                        .getBytes(Charset.forName("US-ASCII"));
        return header.putText(Tag.SPECIFIC_CHARACTER_SET, VR.CS, "", "ISO 2022 IR 87")
                .putBytes(Tag.PATIENT_NAME, VR.PN, name);
    }

    public static ResultInput input(SeriesVolume source, String[] lung, String[] nodule) {
        Grid grid = source.volume().grid();
        return new ResultInput(
                source,
                MODEL,
                List.of(new SegmentationFindings(
                        List.of(
                                new PredictedSegment(LUNG, mask(grid, lung)),
                                new PredictedSegment(NODULE, mask(grid, nodule))),
                        List.of(Measurement.VOLUME_MM3, Measurement.VOLUME_CM3))),
                PRODUCTION);
    }

    public static ResultInput input(SeriesVolume source) {
        return input(source, LUNG_PIXELS, NODULE_PIXELS);
    }

    public static Mask mask(Grid grid, String... slices) {
        BitSet voxels = new BitSet();
        String all = String.join("", slices).replace(" ", "");
        for (int i = 0; i < all.length(); i++) {
            voxels.set(i, all.charAt(i) == '1');
        }
        return new Mask(grid, voxels);
    }

    private static SeriesVolume singleFrame(Uid sopClass, String modality, UnaryOperator<DataSetBuilder> change) {
        List<SourceSlice> slices = new ArrayList<>();
        for (int z = 0; z < 3; z++) {
            slices.add(new SourceSlice(sopClass, instance(z), OptionalInt.empty(), axialPosition(z)));
        }
        DataSet header = change.apply(header(sopClass, modality)).build();
        return new SeriesVolume(new SourceSeries(header, slices, axialGeometry()), volume(axialGrid()));
    }

    private static DataSetBuilder header(Uid sopClass, String modality) {
        return DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, sopClass)
                .putUid(Tag.SOP_INSTANCE_UID, instance(0))
                .putText(Tag.STUDY_DATE, VR.DA, "20260102")
                .putText(Tag.STUDY_TIME, VR.TM, "101500")
                .putText(Tag.ACCESSION_NUMBER, VR.SH, "A1")
                .putText(Tag.MODALITY, VR.CS, modality)
                .putText(Tag.MANUFACTURER, VR.LO, "Scanner")
                .putText(Tag.REFERRING_PHYSICIAN_NAME, VR.PN, "")
                .putText(Tag.STUDY_DESCRIPTION, VR.LO, "Phantom study")
                .putText(Tag.PATIENT_NAME, VR.PN, "Test^Phantom")
                .putText(Tag.PATIENT_ID, VR.LO, "PHANTOM1")
                .putText(Tag.PATIENT_BIRTH_DATE, VR.DA, "")
                .putText(Tag.PATIENT_SEX, VR.CS, "O")
                .putUid(Tag.STUDY_INSTANCE_UID, STUDY)
                .putUid(Tag.SERIES_INSTANCE_UID, SERIES)
                .putText(Tag.STUDY_ID, VR.SH, "1")
                .putText(Tag.SERIES_NUMBER, VR.IS, "2")
                .putUid(Tag.FRAME_OF_REFERENCE_UID, FRAME_OF_REFERENCE)
                .putText(Tag.POSITION_REFERENCE_INDICATOR, VR.LO, "")
                .putText(Tag.BODY_PART_EXAMINED, VR.CS, "CHEST")
                .putIntegers(Tag.ROWS, VR.US, 5)
                .putIntegers(Tag.COLUMNS, VR.US, 5);
    }

    private static Uid instance(int z) {
        return new Uid("1.2.3.4." + (z + 1));
    }

    private static SourceSlice slice(Uid sopClass, int z, String... position) {
        return new SourceSlice(sopClass, instance(z), OptionalInt.empty(), List.of(position));
    }

    private static List<String> axialPosition(int z) {
        return List.of("-10", "-20.0", List.of("30", "32.5", "3.5E+01").get(z));
    }

    private static SliceGeometry axialGeometry() {
        return new SliceGeometry(List.of("1", "0", "0", "0", "1", "0"), List.of("0.8", "0.70"), Optional.of("2.5"));
    }

    private static Grid axialGrid() {
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
        return new Grid(new Size(5, 5, 3), axes, new Vector3(0.7, 0.8, 2.5), new Vector3(-10, -20, 30));
    }

    private static Volume volume(Grid grid) {
        return new Volume(grid, new float[grid.size().voxels()]);
    }
}
