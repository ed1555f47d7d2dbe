package org.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;

final class CompositionReaderTest {

    private static final String SERIES =
            """
            tensor: img
            intensity: {z_score: true}
            channels:
              - {name: T1c, match: {SeriesDescription: {regex: 't1'}, ContrastBolusAgent: {exists: true}}}
              - {name: T1, match: {SeriesDescription: {regex: 't1'}}, intensity: {min_max: true}}
              - name: FLAIR
                match:
                  ScanningSequence: {equals: IR}
                  InversionTime: {range: [1800, 2900]}
            results_on: T1
            """;

    private static Composition read(String yaml) {
        YamlMap map = YamlMap.parse(yaml, "m.yaml");
        Input input = InputReader.read(map);
        map.refuseUnknownKeys();
        return input.composition();
    }

    private static int tag(String keyword) {
        return Dictionary.tag(keyword).orElseThrow();
    }

    private static SeriesFacts facts(String description, String... more) {
        DataSetBuilder header = DataSet.builder().putText(Tag.SERIES_DESCRIPTION, VR.LO, description);
        for (int i = 0; i < more.length; i += 2) {
            header.putText(tag(more[i]), VR.LO, more[i + 1]);
        }
        return new SeriesFacts("", "", 20, header.build());
    }

    @Test
    void channelsOfSeriesAreReadEachWithWhatIsDoneToItsValues() {
        Composition composition = read(SERIES);
        assertThat(composition.main()).isEqualTo(1);
        assertThat(composition.isOfSeveralSeries()).isTrue();
        assertThat(composition.channels()).extracting(Composition.Channel::name).containsExactly("T1c", "T1", "FLAIR");
        assertThat(composition.channels())
                .extracting(channel -> channel.values().intensity())
                .containsExactly(
                        new Input.Intensity.ZScore(), new Input.Intensity.MinMax(), new Input.Intensity.ZScore());
    }

    @Test
    void aSeriesIsTheFirstChannelThatItMeets() {
        Composition composition = read(SERIES);
        assertThat(composition.channelOf(facts("AX T1 TSE", "ContrastBolusAgent", "Gadovist")))
                .contains(0);
        assertThat(composition.channelOf(facts("AX T1 TSE"))).contains(1);
        assertThat(composition.channelOf(facts("AX T1 TSE", "ContrastBolusAgent", "")))
                .contains(1);
        assertThat(composition.channelOf(facts("dark fluid", "ScanningSequence", "IR", "InversionTime", "2500")))
                .contains(2);
        assertThat(composition.channelOf(facts("dark fluid", "ScanningSequence", "IR", "InversionTime", "170")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void anEnhancedImageIsAskedInItsFunctionalGroupsToo() {
        DataSet echo = DataSet.builder().putText(Tag.ECHO_TIME, VR.DS, "98").build();
        DataSet shared = DataSet.builder().putItems(tag("MREchoSequence"), echo).build();
        DataSet header = DataSet.builder()
                .putItems(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                .build();
        Composition composition = read(
                """
                tensor: img
                channels:
                  - {name: T1, match: {EchoTime: {range: [0, 20]}}}
                  - {name: T2, match: {EchoTime: {range: [70, 140]}}}
                  - {name: any, match: {SharedFunctionalGroupsSequence: {exists: true}}}
                """);
        assertThat(composition.channelOf(new SeriesFacts("", "", 1, header))).contains(1);
        assertThat(composition.channelOf(new SeriesFacts(
                        "", "", 1, header.toBuilder().remove(Tag.ECHO_TIME).build())))
                .contains(1);
    }

    @Test
    void windowsOfOneSeriesAreChannelsWithoutMatch() {
        Composition composition = read(
                """
                tensor: img
                channels:
                  - {name: lung, intensity: {window: [-1000, 400]}}
                  - {name: bone, intensity: {window: [-450, 1050]}}
                """);
        assertThat(composition.isOfSeveralSeries()).isFalse();
        assertThat(composition.channels().get(1).values().intensity())
                .isEqualTo(new Input.Intensity.Window(-450, 1050));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "results_on: T1|results_on: T3|m.yaml, results_on: got T3, expected one of the channels [T1c, T1, FLAIR]",
                "name: FLAIR|name: T1|channels: got [T1c, T1, T1], expected another name for each",
                "InversionTime|InversionTme|channels[2].match.InversionTme: got an unknown subject, expected instances,",
                "InversionTime|source_ae|channels[2].match.source_ae: got an unknown subject",
                "exists: true|exist: true|channels[0].match.ContrastBolusAgent.equals: got 0 comparisons",
                "match: {SeriesDescription: {regex: 't1'}}, intensity|intensity|channels: got match in 2 of 3",
                "z_score: true|voi: true|channels[0].intensity: got voi, expected another way",
                "tensor: img|tensor: img#crop_mm: [1, 2]|crop_mm: got [1.0, 2.0], expected three lengths",
                "tensor: img|tensor: img#crop_mm: [1, 2, 3]#crop_to: {above: 1}|crop_to: got also crop_mm, expected",
                "tensor: img|tensor: img#crop_to: {margin_mm: 1}|crop_to.above: got nothing, expected one of above and",
                "tensor: img|tensor: img#crop_to: {above_share: 1}|crop_to.above_share: got 1.0, expected a share",
                "tensor: img|tensor: img#flip_to: L|flip_to: got L, expected one of left, right",
                "tensor: img|tensor: img#beyond: .nan|beyond: got NaN, expected a number",
                "tensor: img|tensor: img#interpolation: cubic|interpolation: got cubic, expected one of linear, anti",
                "tensor: img|tensor: img#channel: grey|channel: unknown key",
            })
    void whatIsWrongIsRefusedWithItsPlace(String right, String wrong, String message) {
        assertThat(SERIES).contains(right);
        assertThatThrownBy(() -> read(SERIES.replace(right, wrong.replace('#', '\n'))))
                .hasMessageContaining(message);
    }
}
