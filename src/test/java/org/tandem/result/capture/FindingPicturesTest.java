package org.tandem.result.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.finding.ClassificationFindings;
import org.tandem.result.finding.DetectionFindings;
import org.tandem.result.finding.DetectionFindings.Detection;
import org.tandem.result.finding.Findings;
import org.tandem.result.finding.MapFindings;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.result.finding.OutputFindings;
import org.tandem.result.iod.CieLab;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.seg.SegmentationOptions;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Shape;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

final class FindingPicturesTest {

    private static final Meaning CYST = Meaning.of(
            "嚢胞",
            new Code("49755003", "SCT", "Morphologically Abnormal Structure"),
            new Code("103552005", "SCT", "Cyst"));

    /** The lung has 24, 16 and 9 voxels in its slices, the nodule 1, 5 and 0. */
    @Test
    void eachSegmentIsShownWhereItIsLargestWithAllThatLiesThere() {
        List<FindingPicture> pictures = pictures(Phantom.input(Phantom.ct()).findings());

        assertThat(pictures).extracting(FindingPicture::z).containsExactly(0, 1);
        assertThat(pictures).extracting(FindingPicture::subject).containsExactly("Lung", "Nodule");
        assertThat(pictures).allSatisfy(picture -> assertThat(picture.legend().entries())
                .extracting(entry -> entry.text())
                .containsExactly("Lung", "Nodule"));
        assertThat(pictures.get(0).panel().caption()).isEqualTo("Slice 1 of 3");
    }

    /** The middle voxel of the second slice is nodule: a fifth of orange over black. */
    @Test
    void aSegmentHasTheColourThatTheSegmentationRecommends() {
        FindingPicture nodule = pictures(Phantom.input(Phantom.ct()).findings()).get(1);

        BufferedImage drawn = nodule.alone(512, List.of()).drawn();

        int expected = CieLab.rgbOfSegment(2);
        int middle = drawn.getRGB(12 + 256, 12 + 256);
        assertThat(IntStream.of(16, 8, 0).mapToDouble(shift -> middle >> shift & 0xFF))
                .satisfiesExactly(
                        red -> assertThat(red).isBetween(0.15 * (expected >> 16), 0.25 * (expected >> 16)),
                        green -> assertThat(green)
                                .isBetween(0.15 * (expected >> 8 & 0xFF), 0.25 * (expected >> 8 & 0xFF)),
                        blue -> assertThat(blue).isLessThan(10));
    }

    @Test
    void aDetectionIsMarkedInItsSliceAndNamedInLettersThatTheFontHas() {
        Detection point = new Detection(CYST, new Shape.Point(new Vector3(1, 3, 2)), 0.87);
        List<FindingPicture> pictures =
                pictures(List.of(new DetectionFindings(List.of(CYST), List.of(point), OperatingPoint.at(0.5))));

        assertThat(pictures).hasSize(1);
        assertThat(pictures.get(0).z()).isEqualTo(2);
        assertThat(pictures.get(0).panel().layers()).hasSize(1);
        assertThat(pictures.get(0).legend().entries().get(0).text()).isEqualTo("Cyst, probability 87 %");
    }

    @Test
    void aMapIsShownWhereItIsStrongestWithItsNumbers() {
        SeriesVolume ct = Phantom.ct();
        float[] values = new float[75];
        values[60] = 0.8f;
        MapFindings maps = new MapFindings(List.of(new ExplanationMap(
                MapFindings.Purpose.SALIENCY, "Saliency", new Volume(ct.volume().grid(), values))));

        FindingPicture map = pictures(List.of(maps)).get(0);

        assertThat(map.z()).isEqualTo(2);
        assertThat(map.legend().bar().orElseThrow().scale().high()).isEqualTo(0.8f);
    }

    @Test
    void whatHasNoPlaceHasNoPicture() {
        ClassificationFindings whole = new ClassificationFindings(
                List.of(new ClassificationFindings.Score(CYST, 0.9, Optional.empty(), OperatingPoint.at(0.5))));

        assertThat(pictures(List.of(whole))).isEmpty();
        assertThat(captures(Phantom.ct(), List.of(whole))).isEmpty();
    }

    @Test
    void moreThanSixPicturesAreNotMade() {
        List<OutputFindings> outputs = new ArrayList<>();
        Volume values = new Volume(Phantom.ct().volume().grid(), new float[75]);
        for (int i = 0; i < 9; i++) {
            outputs.add(new MapFindings(
                    List.of(new ExplanationMap(MapFindings.Purpose.UNCERTAINTY, "Uncertainty " + i, values))));
        }
        assertThat(pictures(outputs)).hasSize(6);
    }

    @Test
    void aCaptureSaysWhatItIsAndWhatItWasMadeOf() {
        List<ResultObject> captures =
                captures(Phantom.ct(), Phantom.input(Phantom.ct()).findings());

        assertThat(captures).hasSize(2);
        DataSet second = captures.get(1).dataSet();
        assertThat(second.string(Tag.BURNED_IN_ANNOTATION)).contains("YES");
        assertThat(second.string(Tag.CONVERSION_TYPE)).contains("WSD");
        assertThat(second.integer(Tag.INSTANCE_NUMBER)).hasValue(2);
        assertThat(second.strings(Tag.PATIENT_ORIENTATION)).containsExactly("L", "P");
        assertThat(second.item(Tag.SOURCE_IMAGE_SEQUENCE).orElseThrow().uid(Tag.REFERENCED_SOP_INSTANCE_UID))
                .as("the second slice")
                .contains(new Uid("1.2.3.4.2"));
        assertThat(captures)
                .extracting(capture -> capture.dataSet().requireUid(Tag.SERIES_INSTANCE_UID))
                .containsOnly(second.requireUid(Tag.SERIES_INSTANCE_UID));
    }

    /** The pixels of two patients are the same, so nothing of either is burnt in. */
    @Test
    void nothingOfThePatientIsBurntInAndTheNameIsKeptInItsCharacters() {
        List<OutputFindings> findings = Phantom.input(Phantom.ct()).findings();
        List<ResultObject> one = captures(Phantom.ct(), findings);
        List<ResultObject> other = captures(
                Phantom.ct(header -> Phantom.withJapaneseName(header).putText(Tag.PATIENT_ID, VR.LO, "OTHER")),
                findings);

        assertThat(other.get(0).dataSet().bytes(Tag.PIXEL_DATA))
                .isEqualTo(one.get(0).dataSet().bytes(Tag.PIXEL_DATA));
        assertThat(other.get(0).dataSet().string(Tag.PATIENT_NAME).orElseThrow())
                .contains("山田");
    }

    @Test
    void lossySourcesMakeLossyPictures() {
        UnaryOperator<DataSetBuilder> lossy = header -> header.putText(Tag.LOSSY_IMAGE_COMPRESSION, VR.CS, "01")
                .putText(Tag.LOSSY_IMAGE_COMPRESSION_RATIO, VR.DS, "12")
                .putText(Tag.LOSSY_IMAGE_COMPRESSION_METHOD, VR.CS, "ISO_10918_1");

        DataSet capture = captures(
                        Phantom.ct(lossy), Phantom.input(Phantom.ct()).findings())
                .get(0)
                .dataSet();

        assertThat(capture.string(Tag.LOSSY_IMAGE_COMPRESSION)).contains("01");
        assertThat(capture.string(Tag.LOSSY_IMAGE_COMPRESSION_METHOD)).contains("ISO_10918_1");
    }

    private static List<FindingPicture> pictures(List<OutputFindings> outputs) {
        return FindingPictures.of(Phantom.ct(), Findings.of(outputs, index -> new Uid("1.2.3.5." + (index + 1))));
    }

    private static List<ResultObject> captures(SeriesVolume source, List<OutputFindings> findings) {
        ResultInput input = new ResultInput(source, Phantom.MODEL, findings, Phantom.PRODUCTION);
        ResultPlan plan = new ResultPlan(EnumSet.of(ResultKind.SECONDARY_CAPTURE), SegmentationOptions.USUAL);
        return ResultBuilder.build(input, plan);
    }
}
