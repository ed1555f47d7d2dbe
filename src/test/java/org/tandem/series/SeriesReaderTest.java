package org.tandem.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoublePredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/** The marks are those of {@code test-dicom/README.md}: ellipses of known place and size, alone beyond a threshold. */
final class SeriesReaderTest {

    private static final Uid SECONDARY_CAPTURE = new Uid("1.2.840.10008.5.1.4.1.1.7");
    private static final Uid MULTI_FRAME_CAPTURE = new Uid("1.2.840.10008.5.1.4.1.1.7.3");

    @TempDir
    private Path folder;

    @Test
    void theViewsOfOneSeriesArePicturesOfTheirOwnSizesInTheOrderOfTheirNumbers() {
        List<SeriesVolume> views = pictures("dx-chest/IM0002.dcm", "dx-chest/IM0001.dcm");
        assertThat(views)
                .extracting(view -> view.volume().grid().size())
                .containsExactly(new Size(160, 192, 1), new Size(128, 176, 1));
        assertThat(views)
                .extracting(view -> view.source().inPatient().isPresent())
                .containsOnly(false);
    }

    @Test
    void whatIsDenseIsBrightWhicheverWayTheSourceCounts() {
        List<SeriesVolume> views = pictures("dx-chest/IM0001.dcm", "dx-chest/IM0002.dcm");
        // 12 bits counted from the other end: below 1545 becomes above 4095 − 1545
        assertMark(views.get(0).volume(), value -> value > 2550, new Mark(50, 70, 193));
        assertMark(views.get(1).volume(), value -> value > 2550, new Mark(66, 64, 193));
        assertThat(views).extracting(SeriesVolume::measured).containsExactly(false, true);
    }

    @Test
    void aCalibratedSpacingGoesBeforeThatOfTheDetector() {
        SeriesVolume hand = pictures("cr-hand/IM0001.dcm").get(0);
        assertThat(hand.source().geometry()).isEqualTo(new PictureGeometry(List.of("1.5", "1.25"), true));
        assertThat(hand.volume().grid().spacingMm()).isEqualTo(new Vector3(1.25, 1.5, 1));
        assertMark(hand.volume(), value -> value > 2550, new Mark(39.4, 52.7, 63));
    }

    @Test
    void aSpacingThatIsTheDetectorsAloneIsKeptButNotReliedOn() {
        assertThat(geometry(image -> spacing(image, Tag.IMAGER_PIXEL_SPACING, "0.2")))
                .isEqualTo(new PictureGeometry(List.of("0.2", "0.2"), false));
        assertThat(geometry(
                        image -> spacing(spacing(image, Tag.IMAGER_PIXEL_SPACING, "0.2"), Tag.PIXEL_SPACING, "0.20")))
                .isEqualTo(new PictureGeometry(List.of("0.20", "0.20"), false));
        assertThat(geometry(image -> spacing(image, Tag.NOMINAL_SCANNED_PIXEL_SPACING, "0.1")))
                .isEqualTo(new PictureGeometry(List.of("0.1", "0.1"), false));
    }

    @Test
    void aSpacingOfWhichNobodySaysHowItCameAboutIsNotReliedOn() {
        assertThat(geometry(image -> spacing(image, Tag.PIXEL_SPACING, "0.3")))
                .isEqualTo(new PictureGeometry(List.of("0.3", "0.3"), false));
        assertThat(geometry(image -> spacing(image, Tag.PIXEL_SPACING, "0.3")
                        .putText(Tag.PIXEL_SPACING_CALIBRATION_TYPE, VR.CS, "FIDUCIAL")))
                .isEqualTo(new PictureGeometry(List.of("0.3", "0.3"), true));
        assertThat(geometry(image -> spacing(image, Tag.PIXEL_SPACING, "0")))
                .isEqualTo(new PictureGeometry(List.of(), false));
    }

    @Test
    void allViewsOfABreastAreReadAndOnlyTheLeftOnesHoldTheMass() {
        List<SeriesVolume> views =
                pictures("mg-breast/RCC.dcm", "mg-breast/LCC.dcm", "mg-breast/RMLO.dcm", "mg-breast/LMLO.dcm");
        assertThat(views).hasSize(4);
        for (SeriesVolume view : views) {
            String name = view.source().header().requireString(Tag.IMAGE_LATERALITY)
                    + view.source().header().requireString(Tag.VIEW_POSITION);
            switch (name) {
                case "LCC" -> assertMark(view.volume(), value -> value > 2550, new Mark(34, 50, 99));
                case "LMLO" -> assertMark(view.volume(), value -> value > 2550, new Mark(36, 90, 101));
                default ->
                    assertThat(mark(view.volume(), value -> value > 2550)).isEmpty();
            }
        }
    }

    @Test
    void aPhotographIsItsLuminanceAndItsColours() {
        SeriesVolume skin = pictures("vl-skin/native.dcm").get(0);
        assertMark(skin.volume(), value -> value < 125, new Mark(61.5, 37, 895));
        assertThat(skin.source().geometry()).isEqualTo(new PictureGeometry(List.of(), false));
        assertThat(skin.colour()).hasSize(3);
        float[] luminance = skin.volume().voxels();
        for (int i = 0; i < luminance.length; i++) {
            assertThat(luminance[i])
                    .isCloseTo(
                            0.299f * skin.colour().get(0).voxels()[i]
                                    + 0.587f * skin.colour().get(1).voxels()[i]
                                    + 0.114f * skin.colour().get(2).voxels()[i],
                            within(1e-3f));
        }
    }

    @Test
    void aCompressedPhotographShowsTheSame() {
        SeriesVolume skin = pictures("vl-skin/jpeg.dcm").get(0);
        // 896 by libjpeg-turbo, whose subsampled colours decoders may interpolate otherwise at the rim
        assertThat(mark(skin.volume(), value -> value < 125).orElseThrow().count())
                .isBetween(885L, 905L);
        assertThat(skin.colour()).hasSize(3);
    }

    @Test
    void framesOfACaptureArePicturesThatAreReferredToByTheirNumbers() throws IOException {
        byte[] pixels = new byte[24];
        System.arraycopy(SyntheticSeries.pixels(1), 0, pixels, 0, 12);
        System.arraycopy(SyntheticSeries.pixels(2), 0, pixels, 12, 12);
        List<SeriesVolume> frames =
                read(List.of(capture("frames.dcm", image -> image.putUid(Tag.SOP_CLASS_UID, MULTI_FRAME_CAPTURE)
                        .putText(Tag.NUMBER_OF_FRAMES, VR.IS, "2")
                        .putBytes(Tag.PIXEL_DATA, VR.OW, pixels))));
        assertThat(frames)
                .extracting(frame -> frame.source().slices().get(0).frameNumber())
                .containsExactly(OptionalInt.of(1), OptionalInt.of(2));
        assertThat(frames.get(1).volume().at(2, 1, 0)).isEqualTo(212);
    }

    @Test
    void paddingIsAsDarkAsTheDarkestThatWasSeen() throws IOException {
        // values 100 to 112, of which 100 is padding; turned, they count down from the greatest of 16 bits with sign
        SeriesVolume picture = read(List.of(capture(
                        "padded.dcm", image -> image.putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME1")
                                .putIntegers(Tag.PIXEL_PADDING_VALUE, VR.SS, 100)
                                .putBytes(Tag.PIXEL_DATA, VR.OW, SyntheticSeries.pixels(1)))))
                .get(0);
        assertThat(picture.volume().voxels()).containsExactly(-113, -102, -103, -111, -112, -113);
    }

    @Test
    void whatIsForProcessingSaysItselfWhetherMoreOfItsValueIsMoreOfTheBeam() throws IOException {
        UnaryOperator<DataSetBuilder> raw =
                image -> image.putText(Tag.PRESENTATION_INTENT_TYPE, VR.CS, "FOR PROCESSING")
                        .putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME1");
        SeriesVolume beam = read(List.of(capture("beam.dcm", image -> raw.apply(image)
                        .putIntegers(Tag.PIXEL_INTENSITY_RELATIONSHIP_SIGN, VR.SS, 1))))
                .get(0);
        SeriesVolume density = read(List.of(capture("density.dcm", image -> raw.apply(image)
                        .putIntegers(Tag.PIXEL_INTENSITY_RELATIONSHIP_SIGN, VR.SS, -1))))
                .get(0);
        assertThat(beam.volume().at(0, 0, 0)).isEqualTo(-1);
        assertThat(density.volume().at(0, 0, 0)).isZero();
    }

    @Test
    void captureThatSaysWhereItLiesIsAVolume() throws IOException {
        List<Path> files =
                SyntheticSeries.write(folder, 3, (k, slice) -> slice.putUid(Tag.SOP_CLASS_UID, SECONDARY_CAPTURE));
        Collections.reverse(files);
        assertThat(SeriesReader.read(files)).isInstanceOf(Reading.Read.class);
    }

    @Test
    void picturesOfTwoPatientsAreRefused() throws IOException {
        Reading reading = SeriesReader.read(
                List.of(capture("one.dcm", image -> image), capture("other.dcm", image -> image.putUid(
                                Tag.SOP_INSTANCE_UID, new Uid("1.2.3.8"))
                        .putText(Tag.PATIENT_ID, VR.LO, "SECRET-2"))));
        assertThat(((Reading.Refused) reading).refusals())
                .extracting(Refusal::reason)
                .containsExactly(ReasonCode.MIXED_PATIENT);
    }

    @Test
    void aPictureThatCannotBeDecodedRefusesItsSeries() {
        Reading reading = SeriesReader.read(
                List.of(Path.of("test-dicom/dx-chest/IM0001.dcm"), Path.of("test-dicom/broken/truncated.dcm")));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
    }

    private SourceGeometry geometry(UnaryOperator<DataSetBuilder> change) {
        try {
            return read(List.of(capture("spaced.dcm", change))).get(0).source().geometry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSetBuilder spacing(DataSetBuilder image, int tag, String mm) {
        return image.putText(tag, VR.DS, mm, mm);
    }

    private Path capture(String name, UnaryOperator<DataSetBuilder> change) throws IOException {
        DataSetBuilder image = SyntheticSeries.common(SECONDARY_CAPTURE, "1.2.3.7")
                .putBytes(Tag.PIXEL_DATA, VR.OW, SyntheticSeries.pixels(0));
        return SyntheticSeries.file(folder, name, change.apply(image).build());
    }

    private static List<SeriesVolume> pictures(String... files) {
        return read(Stream.of(files).map(file -> Path.of("test-dicom", file)).toList());
    }

    private static List<SeriesVolume> read(List<Path> files) {
        Reading reading = SeriesReader.read(files);
        assertThat(reading).isInstanceOf(Reading.Pictures.class);
        return ((Reading.Pictures) reading).pictures();
    }

    /** Centre of what is beyond a threshold, in pixels from the centre of the first one, and how many pixels. */
    private record Mark(double x, double y, long count) {}

    private static void assertMark(Volume volume, DoublePredicate beyond, Mark expected) {
        Mark mark = mark(volume, beyond).orElseThrow();
        assertThat(mark.count()).isEqualTo(expected.count());
        assertThat(mark.x()).isCloseTo(expected.x(), within(0.3));
        assertThat(mark.y()).isCloseTo(expected.y(), within(0.3));
    }

    private static Optional<Mark> mark(Volume volume, DoublePredicate beyond) {
        int columns = volume.grid().size().x();
        int[] inside = IntStream.range(0, volume.voxels().length)
                .filter(i -> beyond.test(volume.voxels()[i]))
                .toArray();
        return inside.length == 0
                ? Optional.empty()
                : Optional.of(new Mark(
                        IntStream.of(inside).map(i -> i % columns).average().orElseThrow(),
                        IntStream.of(inside).map(i -> i / columns).average().orElseThrow(),
                        inside.length));
    }
}
