package org.tandem.result.seg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.Segment;
import org.tandem.result.Golden;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.SegmentationFindings;
import org.tandem.result.iod.ResultKind;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;

public final class SegmentationIodTest {

    @Test
    void thePhantomsSegmentationIsTheOneThatWasRead() throws IOException {
        Golden.compare(segmentation(Phantom.input(Phantom.ct())), "segmentation-ct.txt");
    }

    @Test
    void framesWithoutPixelsAreLeftOut() {
        DataSet seg = segmentation(Phantom.input(Phantom.ct(), Phantom.NODULE_PIXELS, new String[] {
            Phantom.NOTHING[0], Phantom.NOTHING[1], "10000 00000 00000 00000 00001"
        }));
        assertThat(seg.requireInteger(Tag.NUMBER_OF_FRAMES)).isEqualTo(3);
        assertThat(frames(seg).map(f -> index(f, 0))).containsExactly(1, 1, 2);
        assertThat(frames(seg).map(f -> index(f, 1))).containsExactly(1, 2, 3);
    }

    @Test
    void dimensionIndicesCountThePositionsThatOccurFromOne() {
        DataSet seg = segmentation(Phantom.input(Phantom.ct(), Phantom.NOTHING, new String[] {
            Phantom.NOTHING[0], Phantom.NOTHING[1], "10000 00000 00000 00000 00001"
        }));
        assertThat(frames(seg).map(f -> index(f, 0))).containsExactly(1);
        assertThat(frames(seg).map(f -> index(f, 1))).containsExactly(1);
        assertThat(seg.items(Tag.SEGMENT_SEQUENCE)).hasSize(1);
        assertThat(seg.items(Tag.SEGMENT_SEQUENCE).get(0).string(Tag.SEGMENT_LABEL))
                .hasValue("Nodule");
    }

    @Test
    void everyFrameOfAnEnhancedSourceNamesItsFrame() {
        DataSet seg = segmentation(Phantom.input(Phantom.enhancedMr(), Phantom.LUNG_PIXELS, Phantom.NOTHING));
        assertThat(frames(seg).map(f -> sourceImage(f).requireInteger(Tag.REFERENCED_FRAME_NUMBER)))
                .containsExactly(4, 1, 3);
        assertThat(frames(seg).map(SegmentationIodTest::position))
                .containsExactly("-10\\-20.0\\30", "-10\\-20.0\\32.5", "-10\\-20.0\\3.5E+01");
        assertThat(seg.items(Tag.REFERENCED_SERIES_SEQUENCE).get(0).items(Tag.REFERENCED_INSTANCE_SEQUENCE))
                .hasSize(1);
    }

    @Test
    void obliqueGeometryIsCopiedToTheLetter() {
        SeriesVolume oblique = Phantom.oblique();
        DataSet seg = segmentation(Phantom.input(oblique));
        DataSet shared = seg.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).get(0);
        assertThat(shared.items(Tag.PLANE_ORIENTATION_SEQUENCE).get(0).strings(Tag.IMAGE_ORIENTATION_PATIENT))
                .containsExactly("1", "0", "0.0", "0", "0.86602540378444", "5.0e-01");
        DataSet measures = shared.items(Tag.PIXEL_MEASURES_SEQUENCE).get(0);
        assertThat(measures.strings(Tag.PIXEL_SPACING)).containsExactly("0.80", "0.70");
        assertThat(measures.string(Tag.SPACING_BETWEEN_SLICES)).hasValue("2.5");
        assertThat(frames(seg).limit(3).map(SegmentationIodTest::position))
                .containsExactly("-10.0\\-20.00\\30.0", "-10.0\\-21.25\\32.165064", "-10.0\\-22.50\\34.330127");
    }

    @Test
    void overlapIsSaidTruthfully() {
        assertThat(segmentation(Phantom.input(Phantom.ct())).string(Tag.SEGMENTS_OVERLAP))
                .hasValue("NO");
        assertThat(segmentation(Phantom.input(Phantom.ct(), Phantom.LUNG_PIXELS, Phantom.LUNG_PIXELS))
                        .string(Tag.SEGMENTS_OVERLAP))
                .hasValue("YES");
    }

    @Test
    void aLabelMapHoldsTheNumbersOfItsSegmentsAndOverlapMakesABinaryOneOfIt() {
        DataSet map = labelMap(Phantom.LUNG_PIXELS, Phantom.NODULE_PIXELS);
        byte[] slice = Arrays.copyOf(map.bytes(Tag.PIXEL_DATA), 25);
        String lung = Phantom.LUNG_PIXELS[0].replace(" ", "");
        String nodule = Phantom.NODULE_PIXELS[0].replace(" ", "");
        for (int i = 0; i < slice.length; i++) {
            assertThat(slice[i]).isEqualTo((byte) (nodule.charAt(i) == '1' ? 2 : lung.charAt(i) == '1' ? 1 : 0));
        }
        assertThat(map.string(Tag.SEGMENTATION_TYPE)).hasValue("LABELMAP");
        assertThat(map.string(Tag.SEGMENTS_OVERLAP)).hasValue("NO");

        DataSet overlapping = labelMap(Phantom.LUNG_PIXELS, Phantom.LUNG_PIXELS);
        assertThat(overlapping.string(Tag.SEGMENTATION_TYPE)).hasValue("BINARY");
        assertThat(overlapping.string(Tag.SEGMENTS_OVERLAP)).hasValue("YES");
    }

    private static DataSet labelMap(String[] lung, String[] nodule) {
        return ResultBuilder.build(
                        Phantom.input(Phantom.ct(), lung, nodule), ResultPlan.USUAL.encodedAs(Encoding.LABEL_MAP))
                .get(0)
                .dataSet();
    }

    @Test
    void lossyPixelsMakeALossySegmentation() {
        DataSet seg =
                segmentation(Phantom.input(Phantom.ct(header -> header.putText(Tag.LOSSY_IMAGE_COMPRESSION, VR.CS, "01")
                        .putText(Tag.LOSSY_IMAGE_COMPRESSION_RATIO, VR.DS, "10.5")
                        .putText(Tag.LOSSY_IMAGE_COMPRESSION_METHOD, VR.CS, "ISO_10918_1"))));
        assertThat(seg.string(Tag.LOSSY_IMAGE_COMPRESSION)).hasValue("01");
        assertThat(seg.string(Tag.LOSSY_IMAGE_COMPRESSION_RATIO)).hasValue("10.5");
    }

    @Test
    void aLabelTooLongForTheStandardIsCut() {
        Segment wordy = new Segment(0, "Überlang ".repeat(20), Phantom.LUNG.category(), Phantom.LUNG.type());
        Grid grid = Phantom.ct().volume().grid();
        PredictedSegment predicted = new PredictedSegment(wordy, Phantom.mask(grid, Phantom.LUNG_PIXELS));
        DataSet seg = segmentation(new ResultInput(
                Phantom.ct(),
                Phantom.MODEL,
                List.of(new SegmentationFindings(List.of(predicted, predicted), List.of())),
                Phantom.PRODUCTION));
        List<DataSet> segments = seg.items(Tag.SEGMENT_SEQUENCE);
        assertThat(segments.get(0).requireString(Tag.SEGMENT_LABEL))
                .startsWith("Uberlang Uberlang")
                .hasSizeLessThan(65);
        assertThat(segments.get(0).string(Tag.TRACKING_ID))
                .isNotEqualTo(segments.get(1).string(Tag.TRACKING_ID));
    }

    @Test
    void pixelsAreThoseOfTheMasksInAnyMatrixSize() {
        Grid grid = Phantom.ct().volume().grid();
        BitSet even = new BitSet();
        IntStream.range(0, 75).filter(i -> i % 3 == 0).forEach(even::set);
        Finding.Subject lung = new Finding.Subject(
                Phantom.LUNG.meaning(), new Finding.Tracking("Lung", Phantom.STUDY), Optional.empty());
        Finding.Segmented finding =
                new Finding.Segmented(lung, 1, new Finding.Region(new Mask(grid, even), Optional.empty()), List.of());
        assertThat(BitSet.valueOf(
                        BinaryFrames.of(List.of(finding), false).pixels().bytes()))
                .isEqualTo(even);
    }

    public static DataSet segmentation(ResultInput input) {
        return ResultBuilder.build(input).stream()
                .filter(r -> r.kind() == ResultKind.SEGMENTATION)
                .findFirst()
                .orElseThrow()
                .dataSet();
    }

    private static Stream<DataSet> frames(DataSet seg) {
        return seg.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).stream();
    }

    private static int index(DataSet frame, int dimension) {
        return frame.items(Tag.FRAME_CONTENT_SEQUENCE).get(0).integers(Tag.DIMENSION_INDEX_VALUES)[dimension];
    }

    private static String position(DataSet frame) {
        return String.join("\\", frame.items(Tag.PLANE_POSITION_SEQUENCE).get(0).strings(Tag.IMAGE_POSITION_PATIENT));
    }

    private static DataSet sourceImage(DataSet frame) {
        return frame.items(Tag.DERIVATION_IMAGE_SEQUENCE)
                .get(0)
                .items(Tag.SOURCE_IMAGE_SEQUENCE)
                .get(0);
    }
}
