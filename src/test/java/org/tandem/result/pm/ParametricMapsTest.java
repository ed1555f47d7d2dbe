package org.tandem.result.pm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.result.Golden;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.finding.MapFindings;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.result.finding.MapFindings.Purpose;
import org.tandem.result.finding.OutputFindings;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.read.ParametricMapReader;
import org.tandem.result.read.ReadParametricMap;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Volume;

class ParametricMapsTest {

    private static final Code VISUAL_EXPLANATION = new Code("130401", "DCM", "Visual explanation");

    private final SeriesVolume ct = Phantom.ct();

    @Test
    void thePhantomsMapIsTheOneThatWasRead() throws IOException {
        Golden.compare(maps(input(ct, saliency(ct))).get(0).dataSet(), "parametric-map-ct.txt");
    }

    @Test
    void everyValueIsReadBackToTheLastBitWhereItLies() {
        for (SeriesVolume source : List.of(ct, Phantom.oblique(), Phantom.enhancedMr())) {
            ExplanationMap map = saliency(source);
            ReadParametricMap read =
                    ParametricMapReader.read(maps(input(source, map)).get(0).toFile());
            assertThat(read.volume().voxels()).isEqualTo(map.values().voxels());
            assertThat(read.grid()
                            .origin()
                            .minus(source.volume().grid().origin())
                            .length())
                    .isLessThan(1e-4);
            assertThat(read.mapping(read.frames().get(0)).quantity()).hasValue(Purpose.SALIENCY.quantity());
        }
    }

    @Test
    void numbersBeyondOneWidenWhatIsMappedAndShown() {
        Volume entropy = values(ct, i -> i / 10f - 1);
        DataSet map = maps(input(ct, new ExplanationMap(Purpose.UNCERTAINTY, "Entropy", entropy)))
                .get(0)
                .dataSet();
        DataSet shared = map.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).get(0);
        DataSet mapping = shared.items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE).get(0);
        assertThat(mapping.decimals(Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED))
                .containsExactly(-1);
        assertThat(mapping.decimals(Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED))
                .containsExactly(74 / 10f - 1);
        DataSet window = shared.items(Tag.FRAME_VOI_LUT_SEQUENCE).get(0);
        assertThat(Double.parseDouble(window.requireString(Tag.WINDOW_WIDTH))).isCloseTo(7.4, within(1e-6));
    }

    @Test
    void severalMapsAreInstancesOfOneSeriesAndOthersAtAnotherTimeTheSame() {
        ExplanationMap other = new ExplanationMap(Purpose.UNCERTAINTY, "Entropy", values(ct, i -> 0.5f));
        List<ResultObject> both = maps(input(ct, saliency(ct), other));
        assertThat(both).extracting(ResultObject::sopInstance).doesNotHaveDuplicates();
        assertThat(both)
                .extracting(map -> map.dataSet().requireUid(Tag.SERIES_INSTANCE_UID))
                .containsOnly(both.get(0).dataSet().requireUid(Tag.SERIES_INSTANCE_UID));
        assertThat(both)
                .extracting(map -> map.dataSet().requireInteger(Tag.INSTANCE_NUMBER))
                .containsExactly(1, 2);
        assertThat(maps(input(ct, saliency(ct), other)))
                .extracting(ResultObject::dataSet)
                .isEqualTo(both.stream().map(ResultObject::dataSet).toList());
    }

    @Test
    void aReportRefersToTheMapsOfEachFinding() {
        ExplanationMap ofNodule = new ExplanationMap(
                Purpose.SALIENCY, "Saliency of nodule", values(ct, i -> 0.25f), Optional.of(Phantom.NODULE.meaning()));
        List<ResultObject> results = ResultBuilder.build(
                input(ct, ofNodule),
                ResultPlan.of(
                        EnumSet.of(ResultKind.SEGMENTATION, ResultKind.PARAMETRIC_MAP, ResultKind.STRUCTURED_REPORT)));
        DataSet report = results.get(2).dataSet();
        List<DataSet> groups = groups(report);
        assertThat(explanations(groups.get(0))).isEmpty();
        assertThat(explanations(groups.get(1)))
                .extracting(item -> item.items(Tag.REFERENCED_SOP_SEQUENCE).get(0))
                .extracting(item -> item.requireUid(Tag.REFERENCED_SOP_INSTANCE_UID))
                .containsExactly(results.get(1).sopInstance());
        assertThat(report.requireUid(Tag.SOP_INSTANCE_UID))
                .as("another report than the one without map")
                .isNotEqualTo(ResultBuilder.build(input(ct, ofNodule)).get(1).sopInstance());
    }

    @Test
    void whatIsNoNumberIsRefusedWithItsVoxel() {
        Volume broken = values(ct, i -> i == 7 ? Float.NaN : 0);
        assertThatThrownBy(() -> maps(input(ct, new ExplanationMap(Purpose.SALIENCY, "Saliency", broken))))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("Map \"Saliency\": got NaN at voxel 7");
    }

    private static List<DataSet> groups(DataSet report) {
        return report.items(Tag.CONTENT_SEQUENCE).stream()
                .filter(item -> concept(item).equals("126010"))
                .findFirst()
                .orElseThrow()
                .items(Tag.CONTENT_SEQUENCE);
    }

    private static List<DataSet> explanations(DataSet group) {
        return group.items(Tag.CONTENT_SEQUENCE).stream()
                .filter(item -> concept(item).equals(VISUAL_EXPLANATION.value()))
                .toList();
    }

    private static String concept(DataSet item) {
        return item.items(Tag.CONCEPT_NAME_CODE_SEQUENCE).get(0).requireString(Tag.CODE_VALUE);
    }

    private static ExplanationMap saliency(SeriesVolume source) {
        return new ExplanationMap(Purpose.SALIENCY, "Saliency of nodule", values(source, i -> i / 100f));
    }

    @FunctionalInterface
    private interface ByVoxel {
        float at(int voxel);
    }

    private static Volume values(SeriesVolume source, ByVoxel value) {
        float[] voxels = new float[source.volume().voxels().length];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = value.at(i);
        }
        return new Volume(source.volume().grid(), voxels);
    }

    private static ResultInput input(SeriesVolume source, ExplanationMap... maps) {
        ResultInput masks = Phantom.input(source);
        List<OutputFindings> outputs = new ArrayList<>(masks.findings());
        outputs.add(new MapFindings(List.of(maps)));
        return new ResultInput(source, masks.model(), outputs, masks.production());
    }

    private static List<ResultObject> maps(ResultInput input) {
        return ResultBuilder.build(input, ResultPlan.of(EnumSet.of(ResultKind.PARAMETRIC_MAP)));
    }
}
