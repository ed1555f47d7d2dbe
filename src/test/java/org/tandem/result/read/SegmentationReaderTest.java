package org.tandem.result.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.VR;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

class SegmentationReaderTest {

    @Test
    void binaryFramesInAnyOrderWithSomeLeftOutLieWhereTheirPositionsSay() {
        ReadSegmentation read = SegmentationReader.read(HandMade.of("BINARY", 1)
                .segment(1, "A")
                .segment(2, "B")
                .frame(2, 115, 0, 1, 0, 0, 0, 1)
                .frame(1, 100, 1, 0, 0, 0, 0, 0)
                .frame(1, 115, 0, 1, 0, 0, 0, 0)
                .file());

        Grid grid = read.grid();
        assertThat(grid.size()).isEqualTo(new Size(3, 2, 4));
        assertThat(grid.origin()).isEqualTo(new Vector3(10, 20, 100));
        assertThat(grid.spacingMm()).isEqualTo(new Vector3(1, 2, 5));
        Map<Integer, Mask> masks = read.masks();
        assertThat(masks.get(1).voxels()).isEqualTo(bits(0, 3 * 6 + 1));
        assertThat(masks.get(2).voxels()).isEqualTo(bits(3 * 6 + 1, 3 * 6 + 5)); // overlaps the first
    }

    @Test
    void slicesThatLieUpsideDownMakeAGridAlongTheirNormal() {
        ReadSegmentation read = SegmentationReader.read(HandMade.of("BINARY", 1)
                .orientation("1", "0", "0", "0", "-1", "0")
                .segment(1, "A")
                .frame(1, 100, 1, 0, 0, 0, 0, 0)
                .frame(1, 105, 0, 1, 0, 0, 0, 0)
                .file());

        assertThat(read.grid().axes().z()).isEqualTo(new Vector3(0, 0, -1));
        assertThat(read.grid().origin()).isEqualTo(new Vector3(10, 20, 105));
        assertThat(read.masks().get(1).voxels()).isEqualTo(bits(1, 6));
    }

    @Test
    void binaryPixelsOfEightBitsCountWhereTheyAreNotZero() {
        ReadSegmentation read = SegmentationReader.read(HandMade.of("BINARY", 8)
                .segment(1, "A")
                .frame(1, 100, 0, 1, 0, 255, 0, 7)
                .file());

        assertThat(read.masks().get(1).voxels()).isEqualTo(bits(1, 3, 5));
    }

    @Test
    void fractionsAreSharesOfTheMaximumAndInTheMaskFromOneHalf() {
        ReadSegmentation read = SegmentationReader.read(HandMade.of("FRACTIONAL", 8)
                .with(image -> image.putText(Tag.SEGMENTATION_FRACTIONAL_TYPE, VR.CS, "PROBABILITY")
                        .putIntegers(Tag.MAXIMUM_FRACTIONAL_VALUE, VR.US, 200))
                .segment(1, "A")
                .frame(1, 100, 0, 50, 99, 100, 150, 200)
                .file());

        assertThat(read.coding().fractionalType()).contains("PROBABILITY");
        assertThat(read.fractions(1).voxels()).containsExactly(0, 0.25f, 0.495f, 0.5f, 0.75f, 1);
        assertThat(read.masks().get(1).voxels()).isEqualTo(bits(3, 4, 5));
    }

    @Test
    void valuesOfALabelMapAreNumbersOfSegmentsWithGapsBetweenThem() {
        ReadSegmentation read = SegmentationReader.read(HandMade.of("LABELMAP", 16)
                .segment(background())
                .segment(7, "Seven")
                .segment(1000, "Thousand")
                .labels(100, 0, 7, 1000, 1000, 0, 7)
                .file());

        assertThat(read.segments()).extracting(ReadSegment::number).containsExactly(0, 7, 1000);
        assertThat(read.foreground()).extracting(ReadSegment::label).containsExactly("Seven", "Thousand");
        assertThat(read.masks()).containsOnlyKeys(7, 1000);
        assertThat(read.masks().get(7).voxels()).isEqualTo(bits(1, 5));
        assertThat(read.masks().get(1000).voxels()).isEqualTo(bits(2, 3));
        assertThat(read.fractions(1000).voxels()).containsExactly(0, 0, 1, 1, 0, 0);
    }

    @Test
    void paddingOfALabelMapIsNoSegmentAndAnyOtherUndescribedValueIsRefused() {
        HandMade map = HandMade.of("LABELMAP", 8)
                .with(image -> image.putIntegers(Tag.PIXEL_PADDING_VALUE, VR.US, 255))
                .segment(1, "A")
                .labels(100, 255, 0, 1, 1, 0, 0);
        assertThat(SegmentationReader.read(map.file()).masks().get(1).voxels()).isEqualTo(bits(2, 3));

        ReadSegmentation odd =
                SegmentationReader.read(map.labels(105, 0, 0, 0, 9, 0, 0).file());
        assertRefusal(odd::masks, "frame 2, pixel 4: got value 9, expected the number of a segment: [1]");
    }

    @Test
    void whatIsSharedHoldsForAllFramesAndAPlaceThatIsNotToldIsThatOfTheSource() {
        HandMade made = HandMade.of("BINARY", 1)
                .segment(4, "Only")
                .derived(4, 2, 0, 1, 0, 0, 0, 0)
                .derived(4, 1, 1, 0, 0, 0, 0, 0);
        SourcePlanes planes = source -> Optional.of(new FramePlane(
                new Vector3(10, 20, 100 + 5.0 * source.frame().orElseThrow()),
                new Vector3(1, 0, 0),
                new Vector3(0, 1, 0),
                1,
                2));

        assertThat(SegmentationReader.read(made.file(), planes).masks().get(4).voxels())
                .isEqualTo(bits(0, 7));
        assertRefusal(
                () -> SegmentationReader.read(made.file()).grid(),
                "frame 1: got no position, orientation or spacing, expected them in its functional groups");
    }

    @Test
    void picturesWithoutPlaceHaveTheirPixelsByReference() {
        ReadSegmentation read = SegmentationReader.read(HandMade.of("BINARY", 1)
                .segment(1, "A")
                .segment(2, "B")
                .derived(1, 1, 1, 0, 0, 0, 0, 0)
                .derived(2, 1, 0, 0, 0, 0, 0, 1)
                .derived(1, 2, 0, 1, 0, 0, 0, 0)
                .file());

        assertThat(read.isInSpace()).isFalse();
        assertThat(read.pixelsOf(ReferencedFrame.of(HandMade.SOURCE, 1))).isEqualTo(Map.of(1, bits(0), 2, bits(5)));
        assertThat(read.pixelsOf(ReferencedFrame.of(HandMade.SOURCE, 2))).isEqualTo(Map.of(1, bits(1)));
    }

    @Test
    void masksComeOntoTheGridOfTheSourceAsTheyAre() {
        ReadSegmentation read = SegmentationReader.read(HandMade.of("BINARY", 1)
                .segment(1, "A")
                .frame(1, 110, 0, 0, 0, 0, 0, 1)
                .file());
        Grid source = new Grid(new Size(3, 2, 5), read.grid().axes(), new Vector3(1, 2, 5), new Vector3(10, 20, 95));

        assertThat(read.masksOn(source).get(1).voxels()).isEqualTo(bits(3 * 6 + 5));
    }

    @Test
    void masksOnAnotherGridAreThoseOfTheNearestVoxel() {
        ReadSegmentation read = SegmentationReader.read(HandMade.of("BINARY", 1)
                .segment(1, "A")
                .frame(1, 100, 0, 1, 0, 0, 0, 0)
                .file());
        // half as wide pixels over the same field, one slice more above: the middle pixel becomes two
        Grid finer =
                new Grid(new Size(6, 2, 2), read.grid().axes(), new Vector3(0.5, 2, 5), new Vector3(9.75, 20, 100));

        assertThat(read.masksOn(finer).get(1).voxels()).isEqualTo(bits(2, 3));
    }

    @Test
    void whatASegmentIsSaidToBeIsRead() {
        DataSet type = code("52988006", "SCT", "Lesion").toBuilder()
                .putItems(Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE, code("7771000", "SCT", "Left"))
                .build();
        ReadSegment segment = SegmentationReader.read(HandMade.of("BINARY", 1)
                        .segment(DataSet.builder()
                                .putIntegers(Tag.SEGMENT_NUMBER, VR.US, 1)
                                .putText(Tag.SEGMENT_LABEL, VR.LO, "Lesion")
                                .putText(Tag.SEGMENT_ALGORITHM_TYPE, VR.CS, "AUTOMATIC")
                                .putText(Tag.SEGMENT_ALGORITHM_NAME, VR.LO, "net")
                                .putItems(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, type)
                                .putItems(Tag.ANATOMIC_REGION_SEQUENCE, code("10200004", "SCT", "Liver"))
                                .putText(Tag.TRACKING_ID, VR.UT, "lesion 1")
                                .putText(Tag.TRACKING_UID, VR.UI, "1.2.3.9")
                                .putIntegers(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, VR.US, 43803, 26565, 37722)
                                .build())
                        .frame(1, 100, 1, 1, 1, 1, 1, 1)
                        .file())
                .segments()
                .get(0);

        assertThat(segment.type().orElseThrow().meaning()).isEqualTo("Lesion");
        assertThat(segment.modifiers()).extracting(code -> code.meaning()).containsExactly("Left");
        assertThat(segment.regions())
                .extracting(region -> region.region().meaning())
                .containsExactly("Liver");
        assertThat(segment.trackingId()).contains("lesion 1");
        assertThat(segment.algorithm().name()).contains("net");
        assertThat(segment.algorithm().version()).isEmpty();
        assertThat(segment.colour()).contains(new DisplayColour(124, 175, 127)); // littleCMS, white D50: 123 174 126
    }

    @Test
    void framesAtUnequalStepsMakeNoGrid() {
        HandMade made = HandMade.of("BINARY", 1)
                .segment(1, "A")
                .frame(1, 100, 1, 0, 0, 0, 0, 0)
                .frame(1, 105, 1, 0, 0, 0, 0, 0)
                .frame(1, 112, 1, 0, 0, 0, 0, 0);

        assertRefusal(
                () -> SegmentationReader.read(made.file()).masks(),
                "position of a frame: got a step of 7.0000 mm, expected steps of 5.0000 mm or multiples of it");
    }

    @Test
    void aFarAwayFrameClaimsNoMemory() {
        HandMade made = HandMade.of("BINARY", 1)
                .segment(1, "A")
                .frame(1, 0, 1, 0, 0, 0, 0, 0)
                .frame(1, 5e6, 1, 0, 0, 0, 0, 0);

        assertRefusal(
                () -> SegmentationReader.read(made.file()).masks(),
                "got 1000001 slices of 3×2, expected at most 16384");
    }

    @Test
    void whatContradictsItselfIsRefusedByName() {
        HandMade frame = HandMade.of("BINARY", 1).segment(1, "A").frame(2, 100, 1, 0, 0, 0, 0, 0);
        assertRefusal(() -> SegmentationReader.read(frame.file()), "frame 1: got segment 2, expected one of [1]");

        HandMade twice = HandMade.of("BINARY", 1).segment(1, "A").segment(1, "B");
        assertRefusal(() -> SegmentationReader.read(twice.file()), "Segment Sequence: got number 1 twice");

        HandMade fractional = HandMade.of("FRACTIONAL", 8).segment(1, "A").frame(1, 100, 1, 0, 0, 0, 0, 0);
        assertRefusal(() -> SegmentationReader.read(fractional.file()), "Maximum Fractional Value: got none");

        HandMade skewed = HandMade.of("BINARY", 1)
                .orientation("1", "0", "0", "1", "0", "0")
                .segment(1, "A")
                .frame(1, 100, 1, 0, 0, 0, 0, 0);
        assertRefusal(() -> SegmentationReader.read(skewed.file()), "expected two directions of length 1");

        HandMade image =
                HandMade.of("BINARY", 1).with(set -> set.putUid(Tag.SOP_CLASS_UID, SopClasses.CT_IMAGE_STORAGE));
        assertRefusal(() -> SegmentationReader.read(image.file()), "SOP Class: got CT Image Storage");
    }

    @Test
    void claimedSizesAreHeldToWhatIsThere() {
        HandMade frames = HandMade.of("BINARY", 1)
                .with(image -> image.putText(Tag.NUMBER_OF_FRAMES, VR.IS, "2000000000"))
                .segment(1, "A")
                .frame(1, 100, 1, 0, 0, 0, 0, 0);
        assertRefusal(
                () -> SegmentationReader.read(frames.file()),
                "Per-Frame Functional Groups Sequence: got 1 items, expected 2000000000");

        HandMade pixels = HandMade.of("BINARY", 1)
                .with(image -> image.putIntegers(Tag.ROWS, VR.US, 65535).putIntegers(Tag.COLUMNS, VR.US, 65535))
                .segment(1, "A")
                .frame(1, 100, 1, 0, 0, 0, 0, 0);
        assertRefusal(() -> SegmentationReader.read(pixels.file()), "Rows × Columns: got 4294836225 pixels");

        HandMade data = HandMade.of("BINARY", 1)
                .with(image -> image.putIntegers(Tag.ROWS, VR.US, 5000))
                .segment(1, "A")
                .frame(1, 100, 1, 0, 0, 0, 0, 0);
        assertRefusal(() -> SegmentationReader.read(data.file()), "Pixel Data: got 2 bytes, expected 1875 bytes");
    }

    private static void assertRefusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.REFUSE))
                .hasMessageContaining(message);
    }

    private static DataSet background() {
        return DataSet.builder()
                .putIntegers(Tag.SEGMENT_NUMBER, VR.US, 0)
                .putText(Tag.SEGMENT_LABEL, VR.LO, "Background")
                .putItems(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, code("125040", "DCM", "Background"))
                .build();
    }

    private static DataSet code(String value, String scheme, String meaning) {
        return DataSet.builder()
                .putText(Tag.CODE_VALUE, VR.SH, value)
                .putText(Tag.CODING_SCHEME_DESIGNATOR, VR.SH, scheme)
                .putText(Tag.CODE_MEANING, VR.LO, meaning)
                .build();
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
