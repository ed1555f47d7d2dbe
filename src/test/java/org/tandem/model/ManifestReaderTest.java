package org.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.dicom.Code;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Orientation;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

final class ManifestReaderTest {

    /** Every key, with a value that is not its default. */
    private static final String WHOLE =
            """
            name: brain
            version: 1.2.10
            title: Brain
            intended_use: research
            accepts: {modality: [MR, CT], min_slices: 20}
            input:
              tensor: img
              layout: NCDHW
              orientation: RAS
              resample_to_spacing_mm: [3, 2, 1.5]
              intensity: {window: [-100, 240.5]}
            technique:
              sliding_window: {window_voxels: [32, 64, 96], overlap: 0.5, blend: constant, batch: 4}
            batching: {max_batch: 8, max_wait_ms: 5}
            outputs:
              - tensor: prob
                kind: segmentation
                threshold: 0.4
                keep: largest_component
                segments:
                  - {channel: 1, label: Brain, category: "SCT 123037004 Anatomical Structure", type: "SCT 12738006 Brain"}
                measurements: [volume_mm3]
            source:
              origin: somewhere
              licence: MIT
              sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
            """;

    private static final String LEAST =
            """
            name: brain
            version: 1.0.0
            title: Brain
            intended_use: research
            input: {tensor: img}
            outputs:
              - tensor: prob
                kind: segmentation
                segments: [{label: Brain, category: "SCT 1 A", type: "SCT 2 B"}]
            source: {origin: somewhere, licence: MIT}
            """;

    @Test
    void everyKeyIsRead() {
        Manifest manifest = read(WHOLE);
        assertThat(manifest.name()).isEqualTo(new ModelName("brain", "1.2.10"));
        assertThat(manifest.accepts()).isEqualTo(new Accepts(List.of("MR", "CT"), 20));
        // D, H, W of the file are z, y, x of the grid
        assertThat(manifest.input())
                .isEqualTo(new Input(
                        "img",
                        Input.Layout.NCDHW,
                        new Input.Framing(
                                Optional.of(new Orientation("RAS")),
                                new Input.Sampling.ToSpacing(new Vector3(1.5, 2, 3))),
                        new Input.Values(
                                Input.Channels.GREY,
                                new Input.Intensity.Window(-100, 240.5),
                                Optional.empty(),
                                List.of())));
        assertThat(manifest.technique())
                .isEqualTo(new Technique.SlidingWindow(new Size(96, 64, 32), 0.5, Technique.Blend.CONSTANT, 4));
        assertThat(manifest.batching()).contains(new Batching(8, Duration.ofMillis(5)));
        Output.Segmentation output = (Output.Segmentation) manifest.outputs().get(0);
        assertThat(output.threshold()).isEqualTo(0.4);
        assertThat(output.cut().keep()).isEqualTo(Output.Keep.LARGEST_COMPONENT);
        assertThat(output.measurements()).containsExactly(Measurement.VOLUME_MM3);
        Segment segment = output.segments().get(0);
        assertThat(segment.channel()).isEqualTo(1);
        assertThat(segment.type()).isEqualTo(Code.of("SCT 12738006 Brain"));
        assertThat(manifest.source().sha256()).isPresent();
    }

    @Test
    void everyOtherKeyHasADefault() {
        Manifest manifest = read(LEAST);
        assertThat(manifest.accepts()).isEqualTo(new Accepts(List.of(), 2));
        assertThat(manifest.input())
                .isEqualTo(new Input("img", Input.Layout.NDHWC, Input.Framing.AS_IS, Input.Values.AS_IS));
        assertThat(manifest.technique()).isEqualTo(new Technique.WholeVolume());
        assertThat(manifest.batching()).isEmpty();
        Output.Segmentation output = (Output.Segmentation) manifest.outputs().get(0);
        assertThat(output.threshold()).isEqualTo(0.5);
        assertThat(output.cut().keep()).isEqualTo(Output.Keep.ALL);
        assertThat(output.measurements()).isEmpty();
        assertThat(output.segments().get(0).channel()).isZero();
    }

    @Test
    void theShippedModelIsRead() {
        Manifest manifest = ManifestReader.read(Path.of("models/brain-extraction/1.0.0/manifest.yaml"));
        assertThat(manifest.name()).hasToString("brain-extraction/1.0.0");
        assertThat(manifest.input().framing().sampling())
                .isEqualTo(new Input.Sampling.ToVoxels(new Size(128, 128, 128), Input.Fit.STRETCH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: brain|name: Brain|m.yaml, name: Model name: got \"Brain\"",
                "version: 1.2.10|version: 1.2|m.yaml, version: Model version: got \"1.2\"",
                "title: Brain|title: ''|m.yaml, title: got \"\", expected 1 to 64 characters",
                "title: Brain|titel: Brain|m.yaml, title: got nothing (but \"titel\"), expected a text",
                "[MR, CT]|[mr]|m.yaml, accepts.modality: got mr",
                "max_batch: 8|max_batch: 1|m.yaml, batching.max_batch: got 1, expected objects in one call, 2 or more",
                "max_wait_ms: 5|max_wait_ms: -1|batching.max_wait_ms: got -1, expected milliseconds, 0 to 10000",
                "min_slices: 20|min_slices: 0|accepts.min_slices: got 0, expected a whole number of at least 1",
                "min_slices: 20|min_slice: 20|accepts.min_slice: unknown key; did you mean \"min_slices\"?",
                "layout: NCDHW|layout: NDHW|input.layout: got NDHW, expected NDHWC, NCDHW, NHWC or NCHW",
                "orientation: RAS|orientation: RLS|input.orientation: Not an orientation: got \"RLS\"",
                "[3, 2, 1.5]|[3, 2]|input.resample_to_spacing_mm: got [3.0, 2.0], expected three positive numbers",
                "[3, 2, 1.5]|[3, 2, .inf]|input.resample_to_spacing_mm: got [3.0, 2.0, Infinity]",
                "orientation: RAS|resample_to_voxels: [1, 1, 1]|got also resample_to_voxels, expected one of the two",
                "[-100, 240.5]|[5, 5]|input.intensity.window: got [5.0, 5.0], expected [low, high]",
                "[-100, 240.5]|[.nan, 5]|input.intensity.window: got [NaN, 5.0], expected [low, high]",
                "{window: [-100, 240.5]}|{window: [0, 1], z_score: true}|window and z_score: got several, expected one",
                "{window: [-100, 240.5]}|{divide_by: min}|input.intensity.divide_by: got min, expected max",
                "[32, 64, 96]|[32, 64, 9.5]|sliding_window.window_voxels: got [32.0, 64.0, 9.5]",
                "[32, 64, 96]|[9999, 9999, 9999]|window_voxels: got [9999.0, 9999.0, 9999.0], expected fewer than",
                "overlap: 0.5|overlap: 1|technique.sliding_window.overlap: got 1.0, expected a share",
                "blend: constant|blend: soft|sliding_window.blend: got soft, expected one of constant, gaussian",
                "batch: 4|batch: 0|technique.sliding_window.batch: got 0",
                "technique:|technique: {whole_volume: {}}#|m.yaml is no YAML",
                "kind: segmentation|kind: picture|outputs[0].kind: got picture, expected segmentation, classification,"
                        + " detection",
                "threshold: 0.4|threshold: 1.5|outputs[0].threshold: got 1.5, expected a probability",
                "keep: largest_component|keep: some|outputs[0].keep: got some, expected one of all, largest_component",
                "channel: 1|channel: -1|outputs[0].segments[0].channel: got -1, expected an index from 0",
                "SCT 12738006 Brain|12738006|outputs[0].segments[0].type: Not a code: got \"12738006\"",
                "volume_mm3|volume_l|outputs[0].measurements: got volume_l, expected some of",
                "sha256: 0123|sha256: 123|source.sha256: got 123",
                "licence: MIT|license: MIT|source.licence: got nothing (but \"license\")",
            })
    void whatIsWrongIsRefusedWithItsPlace(String right, String wrong, String message) {
        assertThat(WHOLE).contains(right);
        assertThatThrownBy(() -> read(WHOLE.replace(right, wrong)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining(message);
    }

    @Test
    void twoTechniquesOrOneChannelTwiceAreRefused() {
        assertThatThrownBy(() -> read(WHOLE.replace("technique:", "technique:\n  whole_volume: {}")))
                .hasMessageContaining("technique.whole_volume and sliding_window: got several");
        String segment = "{channel: 0, label: Brain, category: \"SCT 1 A\", type: \"SCT 2 B\"}";
        assertThatThrownBy(() ->
                        read(LEAST.replace("{label", "{channel: 0, label").replace(segment, segment + ", " + segment)))
                .hasMessageContaining("segments: got one channel twice");
    }

    private static String outputs(String output) {
        return LEAST.substring(0, LEAST.indexOf("outputs:")) + "outputs:\n  - "
                + output.strip().replace("\n", "\n    ") + "\nsource: {origin: here, licence: MIT}\n";
    }

    private static final String CLASSES =
            """
            classes:
              - {label: A, category: "SCT 1 A", type: "SCT 2 B"}
              - {label: B, category: "SCT 1 A", type: "SCT 3 C", site: "SCT 39607008 Lung", threshold: 0.4, sensitivity: 0.9}
            """;

    @Test
    void aClassificationIsReadWithTheLineOfEachClass() {
        String yaml = outputs("tensor: p\nkind: classification\nactivation: sigmoid\npooling: max\n"
                + "calibration: {temperature: 1.5}\n" + CLASSES);
        Output.Classification output =
                (Output.Classification) read(yaml).outputs().get(0);
        assertThat(output.scoring())
                .isEqualTo(new Output.Scoring(
                        Activation.SIGMOID,
                        Output.Choice.MULTI_LABEL,
                        Output.Pooling.MAX,
                        new Calibration.Temperature(1.5)));
        assertThat(output.classes()).extracting(LabelledClass::channel).containsExactly(0, 1);
        assertThat(output.classes().get(0).operatingPoint()).contains(OperatingPoint.at(0.5));
        assertThat(output.classes().get(1).operatingPoint())
                .contains(new OperatingPoint(0.4, Optional.of(0.9), Optional.empty(), ""));
        assertThat(output.classes().get(1).meaning().site()).isPresent();
    }

    @Test
    void aDetectionIsReadWithTheWayInWhichPlacesAreTold() {
        String boxes = "boxes: {scores: s, labels: l, order: cxcywh, unit: normalised}\n";
        Output.Detection output = (Output.Detection) read(outputs("tensor: b\nkind: detection\noverlap: 0.3\n"
                        + "threshold: 0.7\n" + boxes + CLASSES.replaceAll(", threshold.*}", "}")))
                .outputs()
                .get(0);
        assertThat(output.places())
                .isEqualTo(new Places.Boxes(
                        Optional.of("s"),
                        Optional.of("l"),
                        new Places.BoxForm(Places.Order.CXCYWH, Places.Unit.NORMALISED)));
        assertThat(output.selection())
                .isEqualTo(new Output.Selection(Activation.NONE, OperatingPoint.at(0.7), 0.3, 100));
        assertThatThrownBy(() -> read(outputs("tensor: b\nkind: detection\n" + boxes + "peaks: {}\n" + CLASSES)))
                .hasMessageContaining("boxes, anchors and peaks: got 2 of them, expected one of them");
    }

    @Test
    void aRegressionIsReadWithUnitAndError() {
        String quantity = "quantities: [{label: Age, category: \"SCT 1 A\", type: \"SCT 2 B\", unit: \"UCUM mo month\","
                + " multiply: 12, add: 3, plus_minus: 8, level: 0.9}]\n";
        Output.Regression output = (Output.Regression) read(outputs("tensor: a\nkind: regression\n" + quantity))
                .outputs()
                .get(0);
        assertThat(output.quantities().get(0).scale())
                .isEqualTo(new Quantity.Scale(12, 3, Optional.of(new Interval(-8, 8, 0.9))));
    }

    @Test
    void aNetworkForPicturesGoesSliceBySliceAndTakesPicturesAlone() {
        Manifest manifest = read(
                LEAST.replace(
                        "input: {tensor: img}",
                        """
                input:
                  tensor: img
                  layout: NHWC
                  resize_to_pixels: [224, 160]
                  fit: letterbox
                  channels: rgb
                  intensity: {min_max: true, to: [0, 2]}
                  standardise: {mean: [1, 1, 1], deviation: [2, 4, 8]}"""));
        assertThat(manifest.technique()).isEqualTo(new Technique.SliceWise(0, 1));
        assertThat(manifest.accepts().minSlices()).isEqualTo(1);
        assertThat(manifest.input().framing().sampling())
                .isEqualTo(new Input.Sampling.ToPixels(224, 160, Input.Fit.LETTERBOX));
        // twice the value, less 1, over the deviation
        assertThat(manifest.input().values().affine())
                .containsExactly(
                        new Input.Affine(1, -0.5), new Input.Affine(0.5, -0.25), new Input.Affine(0.25, -0.125));
    }

    @Test
    void coloursAsUnderWhiteLightAreForColoursAndHaveANormOfAtLeastOne() {
        String picture = LEAST.replace("{tensor: img}", "{tensor: img, layout: NHWC, channels: rgb, %s}");
        assertThat(read(picture.formatted("colour_constancy: {}"))
                        .input()
                        .values()
                        .constancy())
                .contains(new Input.ColourConstancy(6));
        assertThat(read(picture.formatted("colour_constancy: {norm: .inf}"))
                        .input()
                        .values()
                        .constancy())
                .contains(new Input.ColourConstancy(Double.POSITIVE_INFINITY));
        assertThatThrownBy(() -> read(picture.formatted("colour_constancy: {norm: 0.5}")))
                .hasMessageContaining("norm: got 0.5, expected a number of at least 1");
        assertThatThrownBy(() -> read(LEAST.replace("{tensor: img}", "{tensor: img, colour_constancy: {}}")))
                .hasMessageContaining("colour_constancy: got channels that are not rgb");
    }

    private static Manifest read(String yaml) {
        return ManifestReader.read(YamlMap.parse(yaml, "m.yaml"));
    }
}
