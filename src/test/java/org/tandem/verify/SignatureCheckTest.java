package org.tandem.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.inference.tensor.Signature;
import org.tandem.inference.tensor.TensorForm;
import org.tandem.model.Manifest;
import org.tandem.model.ManifestReader;

/** Every way in which a network can be another one than its manifest says. */
final class SignatureCheckTest {

    private static final String SEGMENTATION =
            """
            name: m
            version: 1.0.0
            title: M
            intended_use: test
            input: {tensor: img, layout: NDHWC, resample_to_voxels: [4, 5, 6]}
            outputs:
              - tensor: prob
                kind: segmentation
                segments:
                  - {channel: 1, label: A, category: "SCT 1 A", type: "SCT 2 B"}
            source: {origin: here, licence: MIT}
            """;

    private static final String CLASSES =
            """
            name: m
            version: 1.0.0
            title: M
            intended_use: test
            input: {tensor: img, layout: NHWC, channels: rgb, resize_to_pixels: [8, 9]}
            technique: {slice_wise: {neighbours: 1, batch: 2}}
            outputs:
              - tensor: prob
                kind: classification
                classes: [{label: A, category: "SCT 1 A", type: "SCT 2 B"}, {label: B, category: "SCT 1 A", type: "SCT 3 B"}]
            source: {origin: here, licence: MIT}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "fits",
            value = {
                "float32|1,4,5,6,1|fits",
                "float32|-1,-1,-1,-1,1|fits",
                "uint8|1,4,5,6,1|fits",
                "float16|1,4,5,6,1|fits",
                "complex64|1,4,5,6,1|input \"img\": got complex64[1, 4, 5, 6, 1], expected numbers: one of [float32,"
                        + " float64, float16, bfloat16, uint8, int8, uint16, int16, int32, int64, bool]",
                "float32|4,5,6,1|input \"img\": got float32[4, 5, 6, 1], expected 5 axes (layout NDHWC)",
                "float32|8,4,5,6,1|input \"img\": axis N: got 8 in float32[8, 4, 5, 6, 1], expected 1 or any (batch)",
                "float32|1,4,5,6,3|input \"img\": axis C: got 3 in float32[1, 4, 5, 6, 3], expected 1 or any (channels)",
                "float32|1,4,9,6,1|input \"img\": axis H: got 9 in float32[1, 4, 9, 6, 1], expected 5 or any"
                        + " (resample_to_voxels)",
            })
    void theInputIsOfTheAxesThatTheManifestFeeds(String type, String shape, String difference) throws IOException {
        Signature signature =
                new Signature(Map.of("img", form(type, shape)), Map.of("prob", form("float32", "1,4,5,6,2")));

        assertDifference(SEGMENTATION, signature, difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "fits",
            value = {
                "float32|1,4,5,6,2|fits",
                "uint8|-1,-1,-1,-1,-1|fits",
                "string|1,4,5,6,2|output \"prob\": got string[1, 4, 5, 6, 2], expected numbers: one of [float32, float64,"
                        + " float16, bfloat16, uint8, int8, uint16, int16, int32, int64, bool]",
                "float32|1,2|output \"prob\": got float32[1, 2], expected 5 axes (layout NDHWC)",
                "float32|1,4,5,6,1|output \"prob\": got float32[1, 4, 5, 6, 1], that is channels 0 to 0, expected also"
                        + " [1]",
            })
    void aMapHasTheChannelOfEachSegment(String type, String shape, String difference) throws IOException {
        Signature signature =
                new Signature(Map.of("img", form("float32", "1,4,5,6,1")), Map.of("prob", form(type, shape)));

        assertDifference(SEGMENTATION, signature, difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "fits",
            value = {
                "-1,8,9,9|-1,2|fits",
                "2,8,9,9|2,2|fits",
                "-1,8,9,3|-1,2|input \"img\": axis C: got 3 in float32[any, 8, 9, 3], expected 9 or any (channels)",
                "-1,8,9,9|-1,1|output \"prob\": got float32[any, 1], that is channels 0 to 0, expected also [1]",
            })
    void neighboursAndColoursCountAsChannelsAndClassesAsNumbersOfARow(String input, String output, String difference)
            throws IOException {
        Signature signature =
                new Signature(Map.of("img", form("float32", input)), Map.of("prob", form("float32", output)));

        assertDifference(CLASSES, signature, difference);
    }

    @Test
    void namesThatAreNotThereAndInputsThatNobodyFeedsAreSaid() throws IOException {
        Signature signature = new Signature(
                Map.of("image", form("float32", "1,4,5,6,1")), Map.of("logits", form("float32", "1,4,5,6,2")));

        assertThat(SignatureCheck.differences(manifest(SEGMENTATION), signature))
                .containsExactly(
                        "input \"image\": got another input of the network, float32[1, 4, 5, 6, 1], expected \"img\" alone",
                        "input \"img\": got inputs {image=float32[1, 4, 5, 6, 1]} in the network's signature, expected it"
                                + " among them",
                        "output \"prob\": got outputs {logits=float32[1, 4, 5, 6, 2]} in the network's signature, expected"
                                + " it among them");
    }

    @Test
    void aScaleIsOfWholeNumbersThatAreThere() throws IOException {
        Signature signature =
                new Signature(Map.of("img", form("int8", "1,4,5,6,1")), Map.of("prob", form("float32", "1,4,5,6,2")));
        String quantised =
                "quantised: [{tensor: img, scale: 0.1}, {tensor: prob, scale: 1}, {tensor: gone, scale: 1}]\n";

        assertThat(SignatureCheck.differences(manifest(SEGMENTATION + quantised), signature))
                .containsExactly(
                        "tensor \"prob\": got float32[1, 4, 5, 6, 2], expected whole numbers",
                        "tensor \"gone\": got tensors {img=int8[1, 4, 5, 6, 1], prob=float32[1, 4, 5, 6, 2]} in the"
                                + " network's signature, expected it among them");
    }

    @Test
    void aFixedExtentFitsNoSeriesThatIsTakenAsItIs() throws IOException {
        Signature signature = new Signature(
                Map.of("img", form("float32", "1,4,-1,-1,1")), Map.of("prob", form("float32", "1,4,-1,-1,2")));

        assertDifference(
                SEGMENTATION.replace(", resample_to_voxels: [4, 5, 6]", ""),
                signature,
                "input \"img\": axis D: got 4 in float32[1, 4, any, any, 1], expected any (the series decides, for nothing"
                        + " resamples it to so many voxels)");
    }

    @Test
    void boxesHaveFourNumbersAndTheirScoresAreThere() throws IOException {
        String boxes = CLASSES.replace(
                        "kind: classification", "kind: detection\n    boxes: {scores: scores, labels: labels}")
                .replace("neighbours: 1, batch: 2", "");
        Signature signature = new Signature(
                Map.of("img", form("float32", "-1,8,9,3")),
                Map.of("prob", form("float32", "-1,-1,6"), "scores", form("float32", "-1,-1")));

        assertThat(SignatureCheck.differences(manifest(boxes), signature))
                .hasSize(2)
                .satisfies(both -> assertThat(both.get(0))
                        .isEqualTo("output \"prob\": got float32[any, any, 6], expected [any, boxes, 4]"))
                .satisfies(both -> assertThat(both.get(1)).startsWith("output \"labels\": got outputs {"));
    }

    private void assertDifference(String yaml, Signature signature, @Nullable String difference) throws IOException {
        assertThat(SignatureCheck.differences(manifest(yaml), signature))
                .isEqualTo(Optional.ofNullable(difference).map(List::of).orElse(List.of()));
    }

    private Manifest manifest(String yaml) throws IOException {
        return ManifestReader.read(Files.writeString(folder.resolve("manifest.yaml"), yaml));
    }

    private static TensorForm form(String type, String shape) {
        return TensorForm.of(
                type, List.of(shape.split(",")).stream().map(Integer::valueOf).toArray(Integer[]::new));
    }
}
