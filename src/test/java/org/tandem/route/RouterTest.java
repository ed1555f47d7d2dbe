package org.tandem.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.model.SeriesFacts;
import org.tandem.model.YamlMap;

final class RouterTest {

    private static final DataSet HEAD = DataSet.builder()
            .putText(Tag.MODALITY, VR.CS, "MR")
            .putText(Tag.SERIES_DESCRIPTION, VR.LO, "Sag T1 FLASH")
            .putText(Tag.PATIENT_ID, VR.LO, "SECRET-4711")
            .putText(Tag.IMAGE_TYPE, VR.CS, "ORIGINAL", "PRIMARY", "M")
            .putText(Tag.SLICE_THICKNESS, VR.DS, "4.0")
            .putIntegers(Tag.ROWS, VR.US, 256)
            .build();

    private static final SeriesFacts FACTS = new SeriesFacts("SCANNER1", "TANDEM", 35, HEAD);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Modality: {equals: MR}                                | true
                    Modality: {equals: mr}                                | false
                    Modality: {in: [CT, MR]}                              | true
                    SeriesDescription: {regex: t1}                        | true
                    SeriesDescription: {regex: ^t1}                       | false
                    ImageType: {equals: PRIMARY}                          | true
                    SliceThickness: {range: [3, 4]}                       | true
                    SliceThickness: {range: [4.1, 9]}                     | false
                    Rows: {range: [256, 256]}                             | true
                    Rows: {equals: 256}                                   | true
                    EchoTime: {range: [0, 100]}                           | false
                    EchoTime: {exists: false}                             | true
                    instances: {range: [20, 999]}                         | true
                    source_ae: {regex: scanner}                           | true
                    called_ae: {equals: OTHER}                            | false
                    not: {Modality: {equals: CT}}                         | true
                    any: [{Modality: {equals: CT}}, {Rows: {equals: 256}}] | true
                    all: [{Modality: {equals: MR}}, {Rows: {equals: 512}}] | false
                    """)
    void aConditionHoldsOrNot(String when, boolean expected) {
        assertThat(router(when).route(FACTS)).hasSize(expected ? 1 : 0);
    }

    @Test
    void aMatchSaysWhatTheRuleAsksFor() {
        assertThat(router("Modality: {equals: MR}").route(FACTS))
                .containsExactly(
                        new RouteMatch("r", "brain-extraction", 7, RouteMatch.Recipients.of("pacs", "research")));
    }

    @Test
    void anExplanationSaysWhyWithoutSayingWho() {
        Router router = router("PatientID: {equals: SECRET-4711}, Modality: {equals: CT}");
        assertThat(router.explain(FACTS))
                .singleElement()
                .asString()
                .contains(
                        "no match",
                        "✓ PatientID (not shown: says who the patient is)",
                        "✗ Modality [MR], expected one of [CT]")
                .doesNotContain("SECRET-4711");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Modallity: {equals: MR}          | an unknown subject
                    Modality: {equal: MR}            | one of equals, in, regex, range, exists
                    SeriesDescription: {regex: '['}  | a regular expression
                    Rows: {range: [2, 1]}            | [low, high]
                    any: []                          | at least one condition
                    """)
    void aMistakeIsRefusedWithItsPlace(String when, String message) {
        assertThatThrownBy(() -> router(when))
                .hasMessageContaining("routes.yaml, rules[0].when")
                .hasMessageContaining(message);
    }

    @Test
    void theShippedRulesAreRightAndTakeTheHead() {
        Router shipped = Router.load(Path.of("conf/routes.yaml"));
        assertThat(shipped.route(FACTS)).extracting(RouteMatch::model).containsExactly("brain-extraction");
        assertThat(shipped.destinations()).containsExactly("pacs");
    }

    private static Router router(String when) {
        return Router.of(YamlMap.parse(
                "rules: [{name: r, when: {" + when + "}, model: brain-extraction, priority: 7,"
                        + " destinations: [pacs, research]}]",
                "routes.yaml"));
    }
}
