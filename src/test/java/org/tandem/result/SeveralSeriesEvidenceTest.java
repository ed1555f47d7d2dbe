package org.tandem.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.work.FourSequences;

/** Results of a model that looked at four series are about one of them, and name all four. */
final class SeveralSeriesEvidenceTest {

    private static final Map<Uid, Integer> IMAGES =
            Map.of(FourSequences.T1C, 16, FourSequences.FLAIR, 15, FourSequences.T1, 16, FourSequences.T2, 16);

    private DataSet segmentation = DataSet.EMPTY;
    private DataSet report = DataSet.EMPTY;

    @BeforeEach
    void build() throws IOException {
        List<ResultObject> objects = ResultBuilder.build(
                MatrixSource.fourSeries().input(),
                ResultPlan.of(Set.of(ResultKind.SEGMENTATION, ResultKind.STRUCTURED_REPORT)));
        segmentation = objects.get(0).dataSet();
        report = objects.get(1).dataSet();
    }

    @Test
    void theReportHasAllSeriesAsEvidenceTheOneThatItIsAboutFirst() {
        List<DataSet> series = report.item(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE)
                .orElseThrow()
                .items(Tag.REFERENCED_SERIES_SEQUENCE);

        assertThat(series.get(0).requireUid(Tag.SERIES_INSTANCE_UID)).isEqualTo(FourSequences.T1C);
        assertThat(counts(series, Tag.REFERENCED_SOP_SEQUENCE))
                .containsAllEntriesOf(IMAGES)
                .containsEntry(segmentation.requireUid(Tag.SERIES_INSTANCE_UID), 1);
    }

    @Test
    void itsImageLibraryHasAGroupForEach() {
        DataSet library = report.items(Tag.CONTENT_SEQUENCE).stream()
                .filter(item -> isNamed(item, Concepts.IMAGE_LIBRARY.value()))
                .findFirst()
                .orElseThrow();

        assertThat(library.items(Tag.CONTENT_SEQUENCE))
                .extracting(group -> group.items(Tag.CONTENT_SEQUENCE).stream()
                        .filter(item -> item.requireString(Tag.VALUE_TYPE).equals("IMAGE"))
                        .count())
                .containsExactlyInAnyOrder(16L, 15L, 16L, 16L);
    }

    @Test
    void theSegmentationIsDerivedFromAllOfThemAndLiesOnTheOne() {
        List<DataSet> series = segmentation.items(Tag.REFERENCED_SERIES_SEQUENCE);

        assertThat(segmentation.items(Tag.SOURCE_IMAGE_SEQUENCE)).hasSize(63);
        assertThat(series.get(0).requireUid(Tag.SERIES_INSTANCE_UID)).isEqualTo(FourSequences.T1C);
        assertThat(counts(series, Tag.REFERENCED_INSTANCE_SEQUENCE)).isEqualTo(IMAGES);
        Set<Uid> own = series.get(0).items(Tag.REFERENCED_INSTANCE_SEQUENCE).stream()
                .map(instance -> instance.requireUid(Tag.REFERENCED_SOP_INSTANCE_UID))
                .collect(Collectors.toSet());
        assertThat(segmentation.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)).allSatisfy(frame -> assertThat(
                        frame.item(Tag.DERIVATION_IMAGE_SEQUENCE).orElseThrow().items(Tag.SOURCE_IMAGE_SEQUENCE))
                .singleElement()
                .satisfies(image -> assertThat(own).contains(image.requireUid(Tag.REFERENCED_SOP_INSTANCE_UID))));
    }

    /** These four do not say how thick their slices are; readers want a number. */
    @Test
    void framesAreAsThickAsTheyAreApart() {
        DataSet measures = segmentation
                .item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
                .flatMap(shared -> shared.item(Tag.PIXEL_MEASURES_SEQUENCE))
                .orElseThrow();

        assertThat(measures.decimal(Tag.SLICE_THICKNESS)).hasValue(4.5);
        assertThat(measures.decimal(Tag.SPACING_BETWEEN_SLICES)).hasValue(4.5);
    }

    private static Map<Uid, Integer> counts(List<DataSet> series, int instances) {
        return series.stream()
                .collect(
                        Collectors.toMap(item -> item.requireUid(Tag.SERIES_INSTANCE_UID), item -> item.items(instances)
                                .size()));
    }

    private static boolean isNamed(DataSet item, String code) {
        return item.item(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                .map(name -> name.requireString(Tag.CODE_VALUE))
                .filter(code::equals)
                .isPresent();
    }
}
