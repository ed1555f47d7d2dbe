package org.tandem.result;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.result.finding.MapFindings;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.result.finding.MapFindings.Purpose;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

class ResultGateTest {

    private final SeriesVolume source = Phantom.oblique();
    private final ResultObject segmentation =
            ResultBuilder.build(Phantom.input(source)).get(0);

    @Test
    void aResultThatMatchesItsSourcePasses() {
        assertThatCode(() -> new ResultGate(source).check(segmentation)).doesNotThrowAnyException();
    }

    @Test
    void anotherPatientIsHeldBackWithoutNamingHim() {
        heldBack(seg -> seg.putText(Tag.PATIENT_NAME, VR.PN, "Other^Person"))
                .hasMessageContaining("(0010,0010)")
                .hasMessageNotContaining("Other")
                .hasMessageNotContaining("Phantom");
    }

    @Test
    void anotherStudyOrFrameOfReferenceOrTheSourcesOwnSeriesIsHeldBack() {
        heldBack(seg -> seg.putUid(Tag.STUDY_INSTANCE_UID, new Uid("1.9"))).hasMessageContaining("(0020,000D)");
        heldBack(seg -> seg.putUid(Tag.FRAME_OF_REFERENCE_UID, new Uid("1.9"))).hasMessageContaining("(0020,0052)");
        heldBack(seg -> seg.putUid(Tag.SERIES_INSTANCE_UID, Phantom.SERIES)).hasMessageContaining("(0020,000E)");
    }

    @Test
    void aFrameThatLiesWhereItsSliceDoesNotIsHeldBack() {
        heldBack(seg -> {
                    DataSet frame = segmentation
                            .dataSet()
                            .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
                            .get(0);
                    DataSet moved = frame.toBuilder()
                            .putItems(
                                    Tag.PLANE_POSITION_SEQUENCE,
                                    DataSet.builder()
                                            .putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, "-10.0", "-21.25", "32.165064")
                                            .build())
                            .build();
                    return seg.putText(Tag.NUMBER_OF_FRAMES, VR.IS, "1")
                            .putItems(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, moved);
                })
                .hasMessageContaining("(0020,0032)");
    }

    @Test
    void aMapIsHeldToTheFrameOfReferenceAndThePlacesOfItsSourceToo() {
        Volume values =
                new Volume(source.volume().grid(), new float[source.volume().voxels().length]);
        ResultInput input = new ResultInput(
                source,
                Phantom.MODEL,
                List.of(new MapFindings(List.of(new ExplanationMap(Purpose.SALIENCY, "Saliency", values)))),
                Phantom.PRODUCTION);
        ResultObject map = ResultBuilder.build(input, ResultPlan.of(EnumSet.of(ResultKind.PARAMETRIC_MAP)))
                .get(0);
        heldBack(map, changed -> changed.putUid(Tag.FRAME_OF_REFERENCE_UID, new Uid("1.9")))
                .hasMessageContaining("(0020,0052)");
        heldBack(map, changed -> {
                    List<DataSet> frames =
                            new ArrayList<>(map.dataSet().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE));
                    DataSet second = frames.get(1);
                    frames.set(
                            1,
                            second.toBuilder()
                                    .putItems(
                                            Tag.PLANE_POSITION_SEQUENCE,
                                            frames.get(0).items(Tag.PLANE_POSITION_SEQUENCE))
                                    .build());
                    return changed.putItems(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames);
                })
                .hasMessageContaining("(0020,0032)");
    }

    @Test
    void whatIsAgainstTheStandardIsHeldBackWithItsSectionAndWithoutItsValue() {
        heldBack(seg -> seg.remove(Tag.DIMENSION_INDEX_SEQUENCE))
                .hasMessageContaining("is held back: ")
                .hasMessageContaining("(0020,9222) DimensionIndexSequence: is missing, Type 1C");
        heldBack(seg -> seg.putText(Tag.CONTENT_LABEL, VR.CS, "Lower"))
                .hasMessageContaining("(0070,0080) ContentLabel: got a value, expected capital letters")
                .hasMessageContaining("[PS3.5 6.2, CS]")
                .hasMessageNotContaining("Lower");
    }

    @Test
    void whatIsWrongInTheSourceAlreadyHoldsNothingBack() {
        SeriesVolume odd = Phantom.ct(header -> header.putText(Tag.PATIENT_SEX, VR.CS, "X")
                .putText(Tag.STUDY_TIME, VR.TM, "99:99")
                .remove(Tag.PATIENT_BIRTH_DATE));
        assertThatCode(() -> ResultBuilder.build(Phantom.input(odd))).doesNotThrowAnyException();
    }

    @Test
    void aMatrixOtherThanTheSourcesIsHeldBack() {
        heldBack(seg -> seg.putIntegers(Tag.ROWS, VR.US, 6)).hasMessageContaining("(0028,0010)");
    }

    /** Strings and slices in one order, the volume in the other: what a sorting mistake would make. */
    @Test
    void aVolumeThatDoesNotLieWhereItsSlicesSayIsHeldBack() {
        Grid grid = source.volume().grid();
        Axes flipped =
                new Axes(grid.axes().x(), grid.axes().y(), grid.axes().z().times(-1));
        Grid upsideDown = new Grid(grid.size(), flipped, grid.spacingMm(), grid.toPatient(new Vector3(0, 0, 2)));
        SeriesVolume wrong = new SeriesVolume(
                source.source(), new Volume(upsideDown, source.volume().voxels()));
        assertThatThrownBy(() -> ResultBuilder.build(Phantom.input(wrong)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("(0020,0032)");
    }

    @Test
    void aMaskOnAnotherGridIsRefused() {
        Mask elsewhere = Phantom.mask(Phantom.ct().volume().grid(), Phantom.LUNG_PIXELS);
        assertThatThrownBy(() -> new ResultInput(
                        source, Phantom.MODEL, Phantom.input(Phantom.ct()).findings(), Phantom.PRODUCTION))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("Lung")
                .hasMessageContaining(elsewhere.grid().toString());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> heldBack(UnaryOperator<DataSetBuilder> change) {
        return heldBack(segmentation, change);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> heldBack(
            ResultObject result, UnaryOperator<DataSetBuilder> change) {
        ResultObject changed = new ResultObject(
                result.kind(),
                result.sopClass(),
                result.sopInstance(),
                change.apply(result.dataSet().toBuilder()).build());
        return assertThatThrownBy(() -> new ResultGate(source).check(changed))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("held back");
    }
}
