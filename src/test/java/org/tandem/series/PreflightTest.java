package org.tandem.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

final class PreflightTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "missing-spacing, MISSING_GEOMETRY",
        "missing-geometry, MISSING_GEOMETRY",
        "two-orientations, MIXED_ORIENTATION",
        "duplicate-positions, DUPLICATE_POSITION",
        "gap, SLICE_GAP",
        "mixed-patient, MIXED_PATIENT"
    })
    void aBrokenSeriesIsRefusedWithItsReasonAndAnInstance(String series, ReasonCode reason) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-dicom/broken", series))) {
            Refusal refusal = refusal(VolumeReader.read(files.toList()));
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.message()).startsWith("Instance 2.25.").contains("got", "expected");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"empty.dcm", "not-dicom.dcm", "cut-in-meta.dcm", "truncated.dcm", "length-past-the-end.dcm"})
    void aBrokenFileIsRefusedByItsName(String file) {
        Refusal refusal = refusal(VolumeReader.read(List.of(Path.of("test-dicom/broken", file))));
        assertThat(refusal.reason()).isEqualTo(ReasonCode.UNREADABLE_INSTANCE);
        assertThat(refusal.message()).contains(file);
    }

    @Test
    void aFileThatIsNotThereNowMayBeReadLater() {
        assertThatThrownBy(() -> VolumeReader.read(List.of(folder.resolve("gone.dcm"))))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.RETRY));
    }

    @Test
    void noFilesAndOneSliceAreTooFew() throws IOException {
        assertThat(refusal(VolumeReader.read(List.of())).message()).contains("got 0 slices");
        assertRefused(1, PreflightTest::unchanged, ReasonCode.TOO_FEW_SLICES, "got 1 slices");
    }

    @Test
    void theCallerMayWantMoreSlices() throws IOException {
        List<Path> files = SyntheticSeries.write(folder, 5, PreflightTest::unchanged);
        assertThat(refusal(VolumeReader.read(files, 6)).reason()).isEqualTo(ReasonCode.TOO_FEW_SLICES);
        assertThat(VolumeReader.read(files, 5)).isInstanceOf(Reading.Read.class);
    }

    @Test
    void theLocalizerIsNamedAndNotTheSlicesAfterIt() throws IOException {
        assertRefused(
                4,
                only(0, slice -> slice.putText(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, "0", "1", "0", "0", "0", "-1")),
                ReasonCode.MIXED_ORIENTATION,
                "Instance 1.2.3.100.0, Image Orientation (Patient): got 0\\1\\0\\0\\0\\-1, expected 1\\0\\0\\0\\1\\0");
    }

    @Test
    void anotherPatientIsNotShown() throws IOException {
        Refusal refusal = assertRefused(
                4,
                only(2, slice -> slice.putText(Tag.PATIENT_ID, VR.LO, "SECRET-2")),
                ReasonCode.MIXED_PATIENT,
                "Instance 1.2.3.100.2: got another Patient ID (0010,0020)");
        assertThat(refusal.message()).doesNotContain("SECRET").doesNotContain("Name");
    }

    @Test
    void anotherStudyIsMixedPatientToo() throws IOException {
        assertRefused(
                3,
                only(1, slice -> slice.putUid(Tag.STUDY_INSTANCE_UID, new Uid("1.2.9"))),
                ReasonCode.MIXED_PATIENT,
                "Study Instance UID");
    }

    @Test
    void emptyComponentsOfANameAreTheSameName() throws IOException {
        List<Path> files = SyntheticSeries.write(
                folder, 3, only(1, slice -> slice.putText(Tag.PATIENT_NAME, VR.PN, "Secret^Name^^")));
        assertThat(VolumeReader.read(files)).isInstanceOf(Reading.Read.class);
    }

    @Test
    void anotherMatrixSpacingOrFrameOfReferenceIsMixedGeometry() throws IOException {
        assertRefused(
                3,
                only(1, slice -> slice.putIntegers(Tag.COLUMNS, VR.US, 2)),
                ReasonCode.MIXED_GEOMETRY,
                "Rows\\Columns: got 2\\2, expected 2\\3");
        assertRefused(
                3,
                only(1, slice -> slice.putText(Tag.PIXEL_SPACING, VR.DS, "0.75", "0.51")),
                ReasonCode.MIXED_GEOMETRY,
                "Pixel Spacing: got 0.75\\0.51, expected 0.75\\0.50");
        assertRefused(
                3,
                only(1, slice -> slice.putUid(Tag.FRAME_OF_REFERENCE_UID, new Uid("1.2.9"))),
                ReasonCode.MIXED_GEOMETRY,
                "Frame of Reference UID: got 1.2.9, expected 1.2.3.3");
        assertRefused(
                3,
                only(1, slice -> slice.putUid(Tag.SERIES_INSTANCE_UID, new Uid("1.2.9"))),
                ReasonCode.MIXED_GEOMETRY,
                "Series Instance UID: got 1.2.9, expected 1.2.3.2");
    }

    @Test
    void directionsThatAreNoneAreMissingGeometry() throws IOException {
        assertRefused(
                3,
                only(1, slice -> slice.putText(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, "1", "0", "0", "1", "0", "0")),
                ReasonCode.MISSING_GEOMETRY,
                "expected two directions of length 1 at a right angle");
        assertRefused(
                3,
                only(1, slice -> slice.putText(Tag.PIXEL_SPACING, VR.DS, "0", "1")),
                ReasonCode.MISSING_GEOMETRY,
                "Pixel Spacing: got 0\\1, expected two positive numbers");
    }

    @Test
    void aGantryTiltIsShear() throws IOException {
        // each slice 2 mm higher and 0.1 mm further back: 2.9°
        BiConsumer<Integer, DataSetBuilder> tilt = (k, slice) ->
                slice.putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, "-10", "" + (20.5 + 0.1 * k), "" + 2 * k);
        assertRefused(4, tilt, ReasonCode.SHEARED_GEOMETRY, "Instance 1.2.3.100.1: got a sideways shift of 0.10 mm");
    }

    @Test
    void aGapNamesTheSliceAfterIt() throws IOException {
        BiConsumer<Integer, DataSetBuilder> gap = (k, slice) ->
                slice.putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, "-10", "20.5", "" + (k < 3 ? 2 * k : 2 * k + 2));
        assertRefused(
                6,
                gap,
                ReasonCode.SLICE_GAP,
                "Instance 1.2.3.100.3: got a step of 4.000 mm from Instance 1.2.3.100.2, expected 2.000 mm");
    }

    @Test
    void severalEchoesAtOnePositionAreSaid() throws IOException {
        BiConsumer<Integer, DataSetBuilder> echoes =
                (k, slice) -> slice.putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, "-10", "20.5", "" + k / 2)
                        .putText(Tag.ECHO_TIME, VR.DS, "" + (10 + k % 2));
        assertRefused(4, echoes, ReasonCode.DUPLICATE_POSITION, "they differ in Echo Time");
    }

    @Test
    void pixelsThatCannotBeDecodedAreNamed() throws IOException {
        assertRefused(
                3,
                only(1, slice -> slice.putBytes(Tag.PIXEL_DATA, VR.OW, new byte[10])),
                ReasonCode.UNSUPPORTED_PIXELS,
                "Instance 1.2.3.100.1, Pixel Data: got 10 bytes, expected 12 bytes");
        assertRefused(
                3,
                only(1, slice -> slice.putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "RGB")),
                ReasonCode.UNSUPPORTED_PIXELS,
                "Photometric Interpretation: got RGB");
        assertRefused(3, only(1, slice -> slice.remove(Tag.PIXEL_DATA)), ReasonCode.UNSUPPORTED_PIXELS, "got nothing");
    }

    @Test
    void anInstanceWithoutUidIsUnreadable() throws IOException {
        assertRefused(
                3,
                only(1, slice -> slice.remove(Tag.SERIES_INSTANCE_UID)),
                ReasonCode.UNREADABLE_INSTANCE,
                "Instance 1.2.3.100.1: got no usable (0020,000E), expected a UID");
    }

    private Refusal assertRefused(
            int slices, BiConsumer<Integer, DataSetBuilder> change, ReasonCode reason, String message)
            throws IOException {
        Refusal refusal = refusal(VolumeReader.read(SyntheticSeries.write(folder, slices, change)));
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.message()).contains(message);
        return refusal;
    }

    private static Refusal refusal(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).refusals().get(0);
    }

    private static void unchanged(int slice, DataSetBuilder builder) {}

    private static BiConsumer<Integer, DataSetBuilder> only(
            int slice, java.util.function.Consumer<DataSetBuilder> change) {
        return (k, builder) -> {
            if (k == slice) {
                change.accept(builder);
            }
        };
    }
}
