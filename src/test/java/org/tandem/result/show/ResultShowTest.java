package org.tandem.result.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.picture.Panel;
import org.tandem.picture.Region;
import org.tandem.picture.Sides;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.finding.MapFindings;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.result.finding.SegmentationFindings;
import org.tandem.result.iod.ResultKind;
import org.tandem.series.Reading;
import org.tandem.series.SeriesReader;
import org.tandem.series.SeriesVolume;
import org.tandem.series.VolumeReader;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Volume;

final class ResultShowTest {

    private static final int SLICE = 64 * 64;

    /** A ball in 40 slices: more than there are panels, so the largest slice is among those that are shown. */
    @Test
    void aSegmentationLiesOnThePixelsOfItsImages() throws Exception {
        List<Path> images = images("ct-sphere");
        SeriesVolume series = ((Reading.Read) VolumeReader.read(images)).series();
        Mask ball = ball(series);

        Shown shown = ResultShow.of(segmentation(series, ball), SourceImages.of(images));

        assertThat(shown.text()).startsWith("Segmentation, BINARY").contains("Lung: " + ball.count() + " voxels");
        assertThat(shown.panels()).hasSize(Choice.MAX_PANELS);
        assertThat(shown.panels()).allSatisfy(panel -> assertThat(pixels(panel)).isEqualTo(inSlice(ball, panel)));
        int largest = IntStream.range(0, 40)
                .map(z -> slice(ball, z).cardinality())
                .max()
                .orElseThrow();
        assertThat(shown.panels().stream()
                        .mapToInt(panel -> pixels(panel).cardinality())
                        .max())
                .hasValue(largest);
    }

    @Test
    void anObliqueSegmentationLiesOnItsSlicesAndLettersTellTheSides() throws Exception {
        List<Path> images = images("ct-sphere-oblique");
        SeriesVolume series = ((Reading.Read) VolumeReader.read(images)).series();
        Mask ball = ball(series);

        Shown shown = ResultShow.of(segmentation(series, ball), SourceImages.of(images));

        assertThat(shown.panels()).allSatisfy(panel -> assertThat(pixels(panel)).isEqualTo(inSlice(ball, panel)));
        assertThat(shown.panels().get(0).view().sides())
                .contains(Sides.of(
                        series.volume().grid().axes().x(),
                        series.volume().grid().axes().y()));
    }

    @Test
    void withoutImagesASegmentationIsShownOnBlack() {
        DicomFile file = ResultBuilder.build(Phantom.input(Phantom.ct())).get(0).toFile();

        Shown shown = ResultShow.of(file, SourceImages.none());

        assertThat(shown.panels()).hasSize(3);
        assertThat(shown.panels().get(0).view().pixels().getRGB(2, 2) & 0xFFFFFF)
                .isZero();
        assertThat(shown.legend().entries()).extracting(entry -> entry.text()).containsExactly("Lung", "Nodule");
        assertThat(shown.montage()).isPresent();
    }

    @Test
    void imagesOfAnotherFrameOfReferenceAreRefused() throws Exception {
        DicomFile file = ResultBuilder.build(Phantom.input(Phantom.ct())).get(0).toFile();
        SourceImages others = SourceImages.of(images("ct-sphere"));

        assertThatThrownBy(() -> ResultShow.of(file, others))
                .hasMessageMatching(
                        "Segmentation: got 40 images of frame of reference [0-9.]+, expected images of frame"
                                + " of reference " + Phantom.FRAME_OF_REFERENCE);
        assertThatThrownBy(() -> ResultShow.of(file, SourceImages.of(List.of())))
                .hasMessageContaining("got no image, expected images of frame of reference");
    }

    @Test
    void aMapOfARadiographLiesOnItsImageThoughThatHasNoPlace() throws Exception {
        List<Path> images = images("dx-chest");
        SeriesVolume view = SeriesReader.read(images).parts().get(0);
        float[] values = new float[view.volume().voxels().length];
        values[values.length / 2] = 1;
        MapFindings maps = new MapFindings(List.of(new ExplanationMap(
                MapFindings.Purpose.SALIENCY,
                "Saliency",
                new Volume(view.volume().grid(), values))));
        DicomFile map = ResultBuilder.build(
                        new ResultInput(view, Phantom.MODEL, List.of(maps), Phantom.PRODUCTION),
                        ResultPlan.of(EnumSet.of(ResultKind.PARAMETRIC_MAP)))
                .get(0)
                .toFile();

        Shown shown = ResultShow.of(map, SourceImages.of(images));

        assertThat(shown.panels()).hasSize(1);
        BufferedImage picture = shown.panels().get(0).view().pixels();
        assertThat(picture.getWidth()).isEqualTo(view.volume().grid().size().x());
        assertThat(picture.getHeight()).isEqualTo(view.volume().grid().size().y());
    }

    @Test
    void aCapturedPictureGetsNoLettersBesideThoseInItsPixels() {
        DicomFile capture = ResultBuilder.build(
                        Phantom.input(Phantom.ct()), ResultPlan.of(EnumSet.of(ResultKind.SECONDARY_CAPTURE)))
                .get(0)
                .toFile();

        Shown shown = ResultShow.of(capture, SourceImages.none());

        assertThat(capture.dataSet().string(Tag.PATIENT_ORIENTATION)).isPresent();
        assertThat(shown.panels().get(0).view().sides()).isEmpty();
    }

    @Test
    void aReportIsATreeOfText() {
        DicomFile report =
                ResultBuilder.build(Phantom.input(Phantom.ct())).get(1).toFile();

        assertThat(ResultShow.of(report, SourceImages.none()).text())
                .contains("Imaging Measurement Report (TID 1500)")
                .contains("Volume = 8.4 mm3");
    }

    @Test
    void whatIsNoResultIsRefused() {
        DicomFile bare = ResultBuilder.build(Phantom.input(Phantom.ct())).get(1).toFile();
        DicomFile plan = DicomFile.of(
                bare.dataSet().toBuilder()
                        .putUid(Tag.SOP_CLASS_UID, new Uid("1.2.840.10008.5.1.4.1.1.481.5"))
                        .build(),
                bare.syntax());

        assertThatThrownBy(() -> ResultShow.of(plan, SourceImages.none()))
                .hasMessageContaining("got RT Plan Storage, expected a segmentation");
    }

    /** PS3.3 C.18.6.1.1: a circle by centre and a point on it, an ellipse by the ends of its axes. */
    @Test
    void shapesAreThoseOfTheStandard() {
        assertThat(Outlines.of("CIRCLE", List.of(new double[] {10, 20}, new double[] {13, 24}))
                        .getBounds2D())
                .isEqualTo(new Rectangle2D.Double(5, 15, 10, 10));
        Rectangle2D upright = Outlines.of(
                        "ELLIPSE",
                        List.of(new double[] {10, 0}, new double[] {10, 20}, new double[] {6, 10}, new double[] {14, 10
                        }))
                .getBounds2D();
        assertThat(upright.getWidth()).isCloseTo(8, within(0.01));
        assertThat(upright.getHeight()).isCloseTo(20, within(0.01));
        assertThat(Outlines.of("POLYGON", List.of(new double[] {0, 0}, new double[] {4, 0}, new double[] {4, 4}))
                        .contains(3, 1))
                .isTrue();
    }

    @Test
    void fewSlicesAreAllShownAndOfManyTheLargestOfEachThing() {
        assertThat(Choice.of(List.of(Map.of(), Map.of(1, 5), Map.of(1, 2)))).containsExactly(1, 2);
        List<Map<Integer, Integer>> many = IntStream.range(0, 100)
                .mapToObj(slice -> slice == 73 ? Map.of(1, 9, 2, 1) : slice == 5 ? Map.of(1, 1, 2, 7) : Map.of(1, 2))
                .toList();
        assertThat(Choice.of(many)).hasSize(Choice.MAX_PANELS).contains(5, 73).isSorted();
    }

    private static List<Path> images(String folder) throws Exception {
        try (Stream<Path> files = Files.list(Path.of("test-dicom", folder))) {
            return files.filter(file -> file.toString().endsWith(".dcm")).collect(Collectors.toList());
        }
    }

    private static Mask ball(SeriesVolume series) {
        float[] voxels = series.volume().voxels();
        BitSet inside = new BitSet();
        IntStream.range(0, voxels.length).filter(i -> voxels[i] > -400).forEach(inside::set);
        return new Mask(series.volume().grid(), inside);
    }

    private static DicomFile segmentation(SeriesVolume series, Mask mask) {
        SegmentationFindings findings = new SegmentationFindings(
                List.of(new PredictedSegment(Phantom.LUNG, mask, Optional.empty())), List.of());
        return ResultBuilder.build(new ResultInput(series, Phantom.MODEL, List.of(findings), Phantom.PRODUCTION))
                .get(0)
                .toFile();
    }

    private static BitSet pixels(Panel panel) {
        return ((Region) panel.layers().get(0)).pixels();
    }

    /** Captions count slices from 1 along the normal, as the grid does. */
    private static BitSet inSlice(Mask mask, Panel panel) {
        return slice(mask, Integer.parseInt(panel.caption().split(" ", -1)[0]) - 1);
    }

    private static BitSet slice(Mask mask, int z) {
        Grid grid = mask.grid();
        assertThat(grid.size().x() * grid.size().y()).isEqualTo(SLICE);
        return mask.voxels().get(z * SLICE, (z + 1) * SLICE);
    }
}
