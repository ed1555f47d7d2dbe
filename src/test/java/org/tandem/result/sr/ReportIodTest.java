package org.tandem.result.sr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.Segment;
import org.tandem.result.Golden;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.finding.SegmentationFindings;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.volume.Grid;

class ReportIodTest {

    @Test
    void thePhantomsReportIsTheOneThatWasRead() throws IOException {
        Golden.compare(report(ResultBuilder.build(Phantom.input(Phantom.ct()))), "report-ct.txt");
    }

    @Test
    void nothingFoundIsSaidAndNoSegmentationIsMade() throws IOException {
        List<ResultObject> results = ResultBuilder.build(Phantom.input(Phantom.ct(), Phantom.NOTHING, Phantom.NOTHING));
        assertThat(results).extracting(ResultObject::kind).containsExactly(ResultKind.STRUCTURED_REPORT);
        Golden.compare(report(results), "report-nothing-found.txt");
    }

    @Test
    void evidenceNamesTheSegmentationAndEverySourceImage() {
        List<ResultObject> results = ResultBuilder.build(Phantom.input(Phantom.mr()));
        List<DataSet> series = report(results)
                .items(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE)
                .get(0)
                .items(Tag.REFERENCED_SERIES_SEQUENCE);
        assertThat(series).hasSize(2);
        assertThat(series.get(0).uid(Tag.SERIES_INSTANCE_UID)).hasValue(Phantom.SERIES);
        assertThat(series.get(0).items(Tag.REFERENCED_SOP_SEQUENCE)).hasSize(3);
        assertThat(series.get(1).uid(Tag.SERIES_INSTANCE_UID))
                .isEqualTo(results.get(0).dataSet().uid(Tag.SERIES_INSTANCE_UID));
        DataSet segmentation = series.get(1).items(Tag.REFERENCED_SOP_SEQUENCE).get(0);
        assertThat(segmentation.uid(Tag.REFERENCED_SOP_CLASS_UID)).hasValue(SopClasses.SEGMENTATION_STORAGE);
        assertThat(segmentation.uid(Tag.REFERENCED_SOP_INSTANCE_UID))
                .hasValue(results.get(0).sopInstance());
    }

    @Test
    void trackingIsTheSameInReportAndSegmentation() {
        List<ResultObject> results = ResultBuilder.build(Phantom.input(Phantom.ct()));
        List<DataSet> segments = results.get(0).dataSet().items(Tag.SEGMENT_SEQUENCE);
        List<DataSet> groups = groups(report(results));
        for (int i = 0; i < 2; i++) {
            List<DataSet> items = groups.get(i).items(Tag.CONTENT_SEQUENCE);
            assertThat(items.get(0).string(Tag.TEXT_VALUE))
                    .isEqualTo(segments.get(i).string(Tag.TRACKING_ID));
            assertThat(items.get(1).uid(Tag.UID_VALUE))
                    .isEqualTo(segments.get(i).uid(Tag.TRACKING_UID));
        }
    }

    @Test
    void ofSeveralSegmentsThoseNotFoundAreReportedAbsent() {
        DataSet report =
                report(ResultBuilder.build(Phantom.input(Phantom.ct(), Phantom.NOTHING, Phantom.NODULE_PIXELS)));
        assertThat(groups(report))
                .extracting(g -> g.items(Tag.CONTENT_TEMPLATE_SEQUENCE).get(0).string(Tag.TEMPLATE_IDENTIFIER))
                .containsExactly(Optional.of("1501"), Optional.of("1411"));
    }

    @Test
    void theOrderThatTheStudyFulfilsIsNamed() {
        DataSet request = DataSet.builder()
                .putText(Tag.REQUESTED_PROCEDURE_ID, VR.SH, "RP1")
                .putText(Tag.REQUESTED_PROCEDURE_DESCRIPTION, VR.LO, "Chest")
                .build();
        DataSet report = report(ResultBuilder.build(
                Phantom.input(Phantom.ct(header -> header.putItems(Tag.REQUEST_ATTRIBUTES_SEQUENCE, request)))));
        DataSet reference = report.items(Tag.REFERENCED_REQUEST_SEQUENCE).get(0);
        assertThat(reference.string(Tag.REQUESTED_PROCEDURE_ID)).hasValue("RP1");
        assertThat(reference.string(Tag.ACCESSION_NUMBER)).hasValue("A1");
        assertThat(reference.contains(Tag.FILLER_ORDER_NUMBER_IMAGING_SERVICE_REQUEST))
                .isTrue();
    }

    @Test
    void aPrivateCodingSchemeIsIntroduced() {
        Segment odd = new Segment(0, "Tumour core", Phantom.NODULE.category(), Code.of("99TANDEM core Tumour core"));
        Grid grid = Phantom.ct().volume().grid();
        List<ResultObject> results = ResultBuilder.build(new ResultInput(
                Phantom.ct(),
                Phantom.MODEL,
                List.of(new SegmentationFindings(
                        List.of(new PredictedSegment(odd, Phantom.mask(grid, Phantom.LUNG_PIXELS))), List.of())),
                Phantom.PRODUCTION));
        assertThat(results).allSatisfy(result -> {
            List<DataSet> schemes = result.dataSet().items(Tag.CODING_SCHEME_IDENTIFICATION_SEQUENCE);
            assertThat(schemes).hasSize(1);
            assertThat(schemes.get(0).string(Tag.CODING_SCHEME_DESIGNATOR)).hasValue("99TANDEM");
        });
    }

    private static DataSet report(List<ResultObject> results) {
        return results.get(results.size() - 1).dataSet();
    }

    private static List<DataSet> groups(DataSet report) {
        return report.items(Tag.CONTENT_SEQUENCE).stream()
                .filter(item -> item.items(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                        .get(0)
                        .string(Tag.CODE_VALUE)
                        .filter("126010"::equals)
                        .isPresent())
                .flatMap(item -> item.items(Tag.CONTENT_SEQUENCE).stream())
                .toList();
    }
}
