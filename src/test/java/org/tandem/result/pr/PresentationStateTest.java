package org.tandem.result.pr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.VR;
import org.tandem.dicom.check.CheckFinding;
import org.tandem.dicom.check.ObjectCheck;
import org.tandem.model.OperatingPoint;
import org.tandem.result.Golden;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.finding.DetectionFindings;
import org.tandem.result.finding.DetectionFindings.Detection;
import org.tandem.result.finding.OutputFindings;
import org.tandem.result.iod.ResultKind;
import org.tandem.series.PictureGeometry;
import org.tandem.series.SeriesVolume;
import org.tandem.series.SourceSeries;
import org.tandem.series.SourceSlice;
import org.tandem.volume.Grid;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

class PresentationStateTest {

    @Test
    void theStateOfThePhantomIsTheOneThatWasRead() throws IOException {
        Golden.compare(
                state(withDetections(windowed(List.of("-600", "-600", "-600"), List.of("1500")))), "marks-ct.txt");
    }

    @Test
    void windowsThatDifferAreEachForTheirImages() {
        List<DataSet> windows = state(Phantom.input(windowed(List.of("40", "40", "50"), List.of("400"))))
                .items(Tag.SOFTCOPY_VOI_LUT_SEQUENCE);
        assertThat(windows)
                .extracting(item -> item.requireString(Tag.WINDOW_CENTER))
                .containsExactly("40", "50");
        assertThat(windows)
                .extracting(item -> item.items(Tag.REFERENCED_IMAGE_SEQUENCE).size())
                .containsExactly(2, 1);
    }

    /** Window 101 around 50.5 makes 0 black and 100 white; at a slope of 0.5 these are stored as 0 and 200. */
    @Test
    void whereSlicesAreRescaledEachInItsWayWindowsAreToldInStoredValues() {
        DataSet state = state(Phantom.input(rescaled("0.5", "0.25", "0.5")));
        assertThat(state.contains(Tag.RESCALE_SLOPE)).isFalse();
        List<DataSet> windows = state.items(Tag.SOFTCOPY_VOI_LUT_SEQUENCE);
        assertThat(windows)
                .extracting(item -> item.requireString(Tag.WINDOW_CENTER))
                .containsExactly("100.5", "200.5");
        assertThat(windows)
                .extracting(item -> item.requireString(Tag.WINDOW_WIDTH))
                .containsExactly("201", "401");
        assertThat(state(Phantom.input(rescaled("0.5", "0.5", "0.5"))).requireString(Tag.RESCALE_SLOPE))
                .isEqualTo("0.5");
    }

    @Test
    void aNegativeIsShownAsOneAndAPictureInColourGetsAColourState() {
        assertThat(state(Phantom.input(picture("MONOCHROME1"))).requireString(Tag.PRESENTATION_LUT_SHAPE))
                .isEqualTo("INVERSE");
        assertThat(state(Phantom.input(picture("MONOCHROME2"))).requireString(Tag.PRESENTATION_LUT_SHAPE))
                .isEqualTo("IDENTITY");
        DataSet colour = state(Phantom.input(picture("RGB")));
        assertThat(colour.requireUid(Tag.SOP_CLASS_UID))
                .isEqualTo(SopClasses.COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE);
        assertThat(colour.hasValue(Tag.ICC_PROFILE)).isTrue();
        assertThat(colour.contains(Tag.PRESENTATION_LUT_SHAPE)).isFalse();
    }

    @Test
    void framesOfAMultiFrameImageAreNamed() {
        List<DataSet> marks = state(Phantom.input(Phantom.enhancedMr())).items(Tag.GRAPHIC_ANNOTATION_SEQUENCE);
        // after the notice, which is for all: the lung on slices 0, 1, 2, which are frames 4, 1, 3
        assertThat(marks.get(0).contains(Tag.REFERENCED_IMAGE_SEQUENCE)).isFalse();
        assertThat(marks.subList(1, 4))
                .extracting(item ->
                        item.items(Tag.REFERENCED_IMAGE_SEQUENCE).get(0).requireInteger(Tag.REFERENCED_FRAME_NUMBER))
                .containsExactly(4, 1, 3);
    }

    /** A value of FL has at most 65 534 bytes in Explicit VR. */
    @Test
    void aLineOfMorePointsThanAValueHoldsIsDrawnInPieces() {
        double[] longer = new double[2 * 20_000];
        Arrays.setAll(longer, i -> i);
        List<DataSet> pieces = Graphic.line(longer);
        assertThat(pieces)
                .extracting(piece -> piece.requireInteger(Tag.NUMBER_OF_GRAPHIC_POINTS))
                .containsExactly(8191, 8191, 3620);
        assertThat(pieces).allMatch(piece -> piece.bytes(Tag.GRAPHIC_DATA).length < 65_536);
        assertThat(pieces.get(1).decimals(Tag.GRAPHIC_DATA)[0])
                .isEqualTo(pieces.get(0).decimals(Tag.GRAPHIC_DATA)[2 * 8190]);
    }

    @Test
    void theCheckerHoldsMarksToTheirLayersTheirImagesAndTheNumberOfTheirPoints() {
        DataSet state = state(Phantom.input(Phantom.ct()));
        assertThat(errors(state)).isEmpty();
        assertThat(errors(state.toBuilder()
                        .putItems(
                                Tag.GRAPHIC_LAYER_SEQUENCE,
                                state.items(Tag.GRAPHIC_LAYER_SEQUENCE).subList(0, 2))
                        .build()))
                .contains("is not in the Graphic Layer Sequence");
        DataSet mark = state.items(Tag.GRAPHIC_ANNOTATION_SEQUENCE).get(1);
        DataSet elsewhere = mark.toBuilder()
                .putItems(
                        Tag.REFERENCED_IMAGE_SEQUENCE,
                        mark.items(Tag.REFERENCED_IMAGE_SEQUENCE).get(0).toBuilder()
                                .putUid(Tag.REFERENCED_SOP_INSTANCE_UID, Phantom.STUDY)
                                .build())
                .build();
        assertThat(errors(with(state, elsewhere))).contains("is not among the images that the state is for");
        DataSet miscounted = mark.toBuilder()
                .putItems(
                        Tag.GRAPHIC_OBJECT_SEQUENCE,
                        mark.items(Tag.GRAPHIC_OBJECT_SEQUENCE).get(0).toBuilder()
                                .putIntegers(Tag.NUMBER_OF_GRAPHIC_POINTS, VR.US, 4)
                                .build())
                .build();
        assertThat(errors(with(state, miscounted))).contains("got 10 numbers, expected 8, two a point");
    }

    private static DataSet with(DataSet state, DataSet mark) {
        return state.toBuilder().putItems(Tag.GRAPHIC_ANNOTATION_SEQUENCE, mark).build();
    }

    private static String errors(DataSet state) {
        return ObjectCheck.of(state, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).errors().stream()
                .map(CheckFinding::toString)
                .collect(Collectors.joining("; "));
    }

    @Test
    void nothingFoundIsSaidOnTheImagesToo() {
        DataSet state = state(Phantom.input(Phantom.ct(), Phantom.NOTHING, Phantom.NOTHING));
        List<DataSet> annotations = state.items(Tag.GRAPHIC_ANNOTATION_SEQUENCE);
        assertThat(annotations).hasSize(1);
        assertThat(annotations.get(0).items(Tag.TEXT_OBJECT_SEQUENCE))
                .extracting(text -> text.requireString(Tag.UNFORMATTED_TEXT_VALUE))
                .contains("Found: nothing", "Looked for and not found: Lung, Nodule");
    }

    private static ResultInput withDetections(SeriesVolume source) {
        ResultInput masks = Phantom.input(source);
        List<OutputFindings> outputs = new ArrayList<>(masks.findings());
        outputs.add(new DetectionFindings(
                List.of(Phantom.NODULE.meaning()),
                List.of(
                        new Detection(
                                Phantom.NODULE.meaning(),
                                new Shape.Box(new Vector3(0.5, 1.5, 0.5), new Vector3(3.5, 4.5, 1.5)),
                                0.875),
                        new Detection(Phantom.NODULE.meaning(), new Shape.Point(new Vector3(2, 1, 2)), 0.5)),
                OperatingPoint.at(0.5)));
        return new ResultInput(source, masks.model(), outputs, masks.production());
    }

    private static SeriesVolume windowed(List<String> centers, List<String> width) {
        return slices(
                Phantom.ct(),
                z -> grey -> grey.putText(Tag.WINDOW_CENTER, VR.DS, centers.get(z), "0")
                        .putText(Tag.WINDOW_WIDTH, VR.DS, width.get(0), "1"));
    }

    private static SeriesVolume rescaled(String... slopes) {
        return slices(
                Phantom.ct(),
                z -> grey -> grey.putText(Tag.RESCALE_SLOPE, VR.DS, slopes[z])
                        .putText(Tag.RESCALE_INTERCEPT, VR.DS, "0")
                        .putText(Tag.WINDOW_CENTER, VR.DS, "50.5")
                        .putText(Tag.WINDOW_WIDTH, VR.DS, "101"));
    }

    @FunctionalInterface
    private interface OfSlice {
        UnaryOperator<DataSetBuilder> at(int z);
    }

    private static SeriesVolume slices(SeriesVolume series, OfSlice grey) {
        SourceSeries source = series.source();
        List<SourceSlice> slices = new ArrayList<>();
        for (int z = 0; z < source.slices().size(); z++) {
            SourceSlice slice = source.slices().get(z);
            slices.add(new SourceSlice(
                    slice.sopClass(),
                    slice.sopInstance(),
                    OptionalInt.empty(),
                    slice.imagePosition(),
                    grey.at(z).apply(DataSet.builder()).build()));
        }
        return new SeriesVolume(new SourceSeries(source.header(), slices, source.geometry()), series.volume());
    }

    private static SeriesVolume picture(String photometric) {
        SeriesVolume ct = Phantom.ct(header -> header.putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, photometric)
                .remove(Tag.FRAME_OF_REFERENCE_UID));
        SourceSlice slice = ct.source().slices().get(0);
        SourceSlice placeless = new SourceSlice(slice.sopClass(), slice.sopInstance(), OptionalInt.empty(), List.of());
        SourceSeries source =
                new SourceSeries(ct.source().header(), List.of(placeless), new PictureGeometry(List.of(), false));
        Grid grid = ct.volume().grid();
        Grid flat = new Grid(new Size(5, 5, 1), grid.axes(), grid.spacingMm(), grid.origin());
        return new SeriesVolume(source, new Volume(flat, new float[25]));
    }

    private static DataSet state(ResultInput input) {
        return ResultBuilder.build(input, ResultPlan.of(EnumSet.of(ResultKind.PRESENTATION_STATE)))
                .get(0)
                .dataSet();
    }
}
