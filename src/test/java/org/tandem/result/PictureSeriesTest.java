package org.tandem.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.Measurement;
import org.tandem.model.OperatingPoint;
import org.tandem.result.finding.SegmentationFindings;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.SeriesReader;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Mask;

/** Four mammograms of one series, of which the two of the left breast hold a mass ({@code test-dicom/README.md}). */
final class PictureSeriesTest {

    private static final List<SeriesVolume> VIEWS = SeriesReader.read(Stream.of("RCC", "LCC", "RMLO", "LMLO")
                    .map(view -> Path.of("test-dicom/mg-breast", view + ".dcm"))
                    .toList())
            .parts();
    private static final int DENSE = 2550;

    private final List<ResultObject> results = ResultBuilder.build(
            VIEWS.stream().map(PictureSeriesTest::input).toList(),
            ResultPlan.of(EnumSet.of(
                    ResultKind.SEGMENTATION, ResultKind.STRUCTURED_REPORT, ResultKind.KEY_OBJECT_SELECTION)));

    @Test
    void eachPictureWithAFindingHasASegmentationAndAllHaveOneReport() {
        assertThat(results)
                .extracting(ResultObject::kind)
                .containsExactly(
                        ResultKind.SEGMENTATION,
                        ResultKind.SEGMENTATION,
                        ResultKind.STRUCTURED_REPORT,
                        ResultKind.KEY_OBJECT_SELECTION);
    }

    @Test
    void theSegmentationsAreNumberedInstancesOfOneSeriesEachOfItsOwnPicture() {
        DataSet first = results.get(0).dataSet();
        DataSet second = results.get(1).dataSet();
        assertThat(first.requireUid(Tag.SERIES_INSTANCE_UID)).isEqualTo(second.requireUid(Tag.SERIES_INSTANCE_UID));
        assertThat(first.requireUid(Tag.SOP_INSTANCE_UID)).isNotEqualTo(second.requireUid(Tag.SOP_INSTANCE_UID));
        assertThat(first.requireInteger(Tag.INSTANCE_NUMBER)).isNotEqualTo(second.requireInteger(Tag.INSTANCE_NUMBER));
        assertThat(List.of(source(first), source(second))).containsExactlyInAnyOrder(view("LCC"), view("LMLO"));
    }

    @Test
    void theReportSpeaksOfEveryPictureAndNamesEachFindingOnce() {
        List<DataSet> items = items(results.get(2).dataSet()).toList();
        Set<String> identifiers = new HashSet<>();
        assertThat(texts(items, "112039")).allMatch(identifiers::add).hasSize(4);
        Set<Uid> images = new HashSet<>();
        items.stream()
                .filter(item ->
                        item.string(Tag.VALUE_TYPE).filter("IMAGE"::equals).isPresent())
                .forEach(item -> images.add(item.item(Tag.REFERENCED_SOP_SEQUENCE)
                        .orElseThrow()
                        .requireUid(Tag.REFERENCED_SOP_INSTANCE_UID)));
        assertThat(images)
                .contains(view("RCC"), view("LCC"), view("RMLO"), view("LMLO"))
                .contains(results.get(0).sopInstance(), results.get(1).sopInstance());
    }

    @Test
    void aRepeatedRunMakesTheSameObjects() {
        List<ResultObject> again =
                ResultBuilder.build(VIEWS.stream().map(PictureSeriesTest::input).toList(), ResultPlan.USUAL);
        assertThat(again)
                .extracting(ResultObject::sopInstance)
                .containsExactly(
                        results.get(0).sopInstance(),
                        results.get(1).sopInstance(),
                        results.get(2).sopInstance());
    }

    @Test
    void areasAreNotMeasuredByASpacingThatHoldsAtTheDetectorOnly() {
        assertThat(items(results.get(2).dataSet())
                        .filter(item -> item.string(Tag.VALUE_TYPE)
                                .filter("NUM"::equals)
                                .isPresent())
                        .map(PictureSeriesTest::concept))
                .contains("voxels")
                .doesNotContain("42798000");
    }

    private static ResultInput input(SeriesVolume view) {
        BitSet dense = new BitSet();
        float[] values = view.volume().voxels();
        for (int i = 0; i < values.length; i++) {
            dense.set(i, values[i] > DENSE);
        }
        PredictedSegment mass =
                new PredictedSegment(Phantom.NODULE, new Mask(view.volume().grid(), dense));
        return new ResultInput(
                view,
                Phantom.MODEL,
                List.of(new SegmentationFindings(
                        List.of(mass), List.of(Measurement.values()), Optional.of(OperatingPoint.at(0.5)))),
                Phantom.PRODUCTION);
    }

    private static Uid view(String name) {
        return VIEWS.stream()
                .map(view -> view.source().header())
                .filter(header -> name.equals(
                        header.requireString(Tag.IMAGE_LATERALITY) + header.requireString(Tag.VIEW_POSITION)))
                .map(header -> header.requireUid(Tag.SOP_INSTANCE_UID))
                .findFirst()
                .orElseThrow();
    }

    private static Uid source(DataSet segmentation) {
        return segmentation
                .item(Tag.REFERENCED_SERIES_SEQUENCE)
                .flatMap(series -> series.item(Tag.REFERENCED_INSTANCE_SEQUENCE))
                .orElseThrow()
                .requireUid(Tag.REFERENCED_SOP_INSTANCE_UID);
    }

    /** All content items of a document. */
    private static Stream<DataSet> items(DataSet item) {
        return Stream.concat(
                Stream.of(item), item.items(Tag.CONTENT_SEQUENCE).stream().flatMap(PictureSeriesTest::items));
    }

    private static List<String> texts(List<DataSet> items, String concept) {
        return items.stream()
                .filter(item -> concept(item).equals(concept))
                .map(item -> item.requireString(Tag.TEXT_VALUE))
                .toList();
    }

    private static String concept(DataSet item) {
        return item.item(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                .flatMap(code -> code.string(Tag.CODE_VALUE))
                .orElse("");
    }
}
