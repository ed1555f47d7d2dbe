package org.tandem.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.VR;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.DeviceIdentity;
import org.tandem.result.iod.ModelIdentity;
import org.tandem.result.iod.Production;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.ResultUids;
import org.tandem.result.seg.SegmentationIodTest;
import org.tandem.series.SeriesVolume;
import org.tandem.series.SourceSeries;

class ResultBuilderTest {

    private static final int[] DECLARED_TIMES = {Tag.CONTENT_DATE, Tag.CONTENT_TIME};

    @Test
    void aSecondBuildMakesTheSameObjectsButForTheirTimes() {
        ResultInput first = Phantom.input(Phantom.ct());
        ResultInput second = at(first, 5);
        List<ResultObject> one = ResultBuilder.build(first);
        List<ResultObject> two = ResultBuilder.build(second);
        for (int i = 0; i < 2; i++) {
            assertThat(two.get(i).sopInstance()).isEqualTo(one.get(i).sopInstance());
            assertThat(two.get(i).dataSet()).isNotEqualTo(one.get(i).dataSet());
            assertThat(withoutTimes(two.get(i))).isEqualTo(withoutTimes(one.get(i)));
        }
        assertThat(ResultBuilder.build(first).get(0).dataSet())
                .isEqualTo(one.get(0).dataSet());
    }

    @Test
    void anotherVersionOrAnotherInputIsAnotherObject() {
        SeriesVolume ct = Phantom.ct();
        ResultUids uids = ResultUids.of(ct.source(), Phantom.MODEL);
        ResultUids newer = ResultUids.of(ct.source(), new ModelIdentity("demo-net", "1.0.1", "Demo", "research"));
        SourceSeries fewer = new SourceSeries(
                ct.source().header(),
                ct.source().slices().subList(0, 2),
                ct.source().geometry());
        ResultUids grown = ResultUids.of(fewer, Phantom.MODEL);
        assertThat(List.of(
                        uids.instance(ResultKind.SEGMENTATION),
                        uids.instance(ResultKind.STRUCTURED_REPORT),
                        newer.instance(ResultKind.SEGMENTATION),
                        grown.instance(ResultKind.SEGMENTATION),
                        uids.series(ResultKind.SEGMENTATION),
                        uids.series(ResultKind.STRUCTURED_REPORT),
                        newer.series(ResultKind.SEGMENTATION)))
                .doesNotHaveDuplicates();
        assertThat(grown.series(ResultKind.SEGMENTATION)).isEqualTo(uids.series(ResultKind.SEGMENTATION));
    }

    @Test
    void aJapaneseNameIsCopiedByteForByteWithItsCharacterSet() {
        SeriesVolume source = Phantom.ct(Phantom::withJapaneseName);
        for (ResultObject result : ResultBuilder.build(Phantom.input(source))) {
            for (int tag : new int[] {Tag.PATIENT_NAME, Tag.SPECIFIC_CHARACTER_SET}) {
                assertThat(result.dataSet().bytes(tag))
                        .isNotEmpty()
                        .isEqualTo(source.source().header().bytes(tag));
            }
        }
    }

    @Test
    void attributesThatTheSourceLacksAreEmptyOrLeftOut() {
        SeriesVolume source = Phantom.ct(header -> header.remove(Tag.PATIENT_NAME)
                .remove(Tag.PATIENT_ID)
                .remove(Tag.PATIENT_BIRTH_DATE)
                .remove(Tag.PATIENT_SEX)
                .remove(Tag.STUDY_DATE)
                .remove(Tag.STUDY_TIME)
                .remove(Tag.STUDY_ID)
                .remove(Tag.ACCESSION_NUMBER)
                .remove(Tag.REFERRING_PHYSICIAN_NAME)
                .remove(Tag.STUDY_DESCRIPTION)
                .remove(Tag.BODY_PART_EXAMINED)
                .remove(Tag.POSITION_REFERENCE_INDICATOR)
                .remove(Tag.SERIES_NUMBER)
                .remove(Tag.FRAME_OF_REFERENCE_UID)
                .remove(Tag.MODALITY));
        for (ResultObject result : ResultBuilder.build(Phantom.input(source))) {
            assertThat(result.dataSet().element(Tag.PATIENT_NAME)).hasValueSatisfying(ResultBuilderTest::isEmpty);
            assertThat(result.dataSet().element(Tag.STUDY_TIME)).hasValueSatisfying(ResultBuilderTest::isEmpty);
            assertThat(result.dataSet().contains(Tag.STUDY_DESCRIPTION)).isFalse();
            assertThat(result.dataSet().contains(Tag.FRAME_OF_REFERENCE_UID)).isFalse();
        }
    }

    @Test
    void aPairedBodyPartWhoseSideTheSeriesDoesNotSayHoldsNothingBack() {
        DataSet segmentation = SegmentationIodTest.segmentation(
                Phantom.input(Phantom.ct(header -> header.putText(Tag.BODY_PART_EXAMINED, VR.CS, "KNEE"))));

        assertThat(segmentation.string(Tag.BODY_PART_EXAMINED)).hasValue("KNEE");
        assertThat(segmentation.contains(Tag.LATERALITY)).isFalse();
    }

    @Test
    void aSourceWithoutStudyIsRefused() {
        assertThatThrownBy(() ->
                        ResultBuilder.build(Phantom.input(Phantom.ct(header -> header.remove(Tag.STUDY_INSTANCE_UID)))))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("(0020,000D)");
    }

    @Test
    void timesAreToldInTheZoneThatTheSourceNames() {
        // made at 10:30 nine hours east of Greenwich
        DataSet seg = SegmentationIodTest.segmentation(
                Phantom.input(Phantom.ct(h -> h.putText(Tag.TIMEZONE_OFFSET_FROM_UTC, VR.SH, "-0500"))));
        assertThat(seg.string(Tag.CONTENT_DATE)).hasValue("20260101");
        assertThat(seg.string(Tag.CONTENT_TIME)).hasValue("203000");
        assertThat(seg.string(Tag.TIMEZONE_OFFSET_FROM_UTC)).hasValue("-0500");
    }

    @Test
    void whatIsSaidOfTheDeviceChangesWithTheModelOnly() {
        Algorithm one = Algorithm.of(Phantom.MODEL, Phantom.DEVICE);
        Algorithm same = Algorithm.of(
                new ModelIdentity("demo-net", "1.0.0", "Another title", ""),
                new DeviceIdentity("Tandem", "Tandem", "test-installation", "0.2.0"));
        Algorithm elsewhere =
                Algorithm.of(Phantom.MODEL, new DeviceIdentity("Tandem", "Tandem", "another installation", "0.1.0"));
        assertThat(same.deviceUid()).isEqualTo(one.deviceUid());
        assertThat(elsewhere.deviceUid()).isNotEqualTo(one.deviceUid());
    }

    private static ResultInput at(ResultInput input, int hoursLater) {
        Production later = new Production(
                input.production().device(), input.production().at().plusHours(hoursLater));
        return new ResultInput(input.source(), input.model(), input.findings(), later);
    }

    private static DataSet withoutTimes(ResultObject result) {
        var builder = result.dataSet().toBuilder();
        for (int tag : DECLARED_TIMES) {
            builder.remove(tag);
        }
        return builder.build();
    }

    private static void isEmpty(Element element) {
        assertThat(element.isEmpty()).isTrue();
    }
}
