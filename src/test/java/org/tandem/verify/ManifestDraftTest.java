package org.tandem.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.inference.tensor.Signature;
import org.tandem.inference.tensor.TensorForm;
import org.tandem.model.Input;
import org.tandem.model.Manifest;
import org.tandem.model.ManifestReader;
import org.tandem.model.ModelName;
import org.tandem.model.Output;
import org.tandem.model.Technique;

/** A draft is refused as it is, and taken as soon as its marked lines are filled in. */
final class ManifestDraftTest {

    @TempDir
    private Path folder;

    @Test
    void aDraftIsRefusedUntilItIsFilledIn() {
        String draft = draft(form(-1, 64, 64, 64, 1), Map.of("prob", form(-1, 64, 64, 64, 1)));

        assertThat(draft).contains("title:  # FILL IN: for people and results, up to 64 characters");
        assertThatThrownBy(() -> read(draft)).hasMessageContaining("title: got nothing");
    }

    @Test
    void aVolumeOfProbabilitiesIsASegmentation() throws IOException {
        Signature signature = signature(form(-1, 64, 96, 128, 1), Map.of("prob", form(-1, 64, 96, 128, 3)));

        Manifest manifest = filled(ManifestDraft.of(new ModelName("liver", "1.0.0"), signature));

        assertThat(manifest.input().layout()).isEqualTo(Input.Layout.NDHWC);
        assertThat(manifest.input().framing().sampling()).isInstanceOf(Input.Sampling.ToVoxels.class);
        Output.Segmentation output = (Output.Segmentation) manifest.outputs().get(0);
        assertThat(output.segments()).hasSize(3);
        assertThat(output.cut().exclusive()).isTrue();
        assertThat(SignatureCheck.differences(manifest, signature)).isEmpty();
    }

    @Test
    void aPictureInColoursWithARowOfLogitsIsAClassification() throws IOException {
        Signature signature = signature(form(-1, 240, 200, 3), Map.of("logits", form(-1, 4)));

        Manifest manifest = filled(ManifestDraft.of(new ModelName("skin", "1.0.0"), signature));

        assertThat(manifest.accepts().minSlices()).isEqualTo(1);
        assertThat(manifest.input().values().channels()).isEqualTo(Input.Channels.RGB);
        Output.Classification output =
                (Output.Classification) manifest.outputs().get(0);
        assertThat(output.scoring().choice()).isEqualTo(Output.Choice.MULTI_CLASS);
        assertThat(output.activated().activation().name()).isEqualTo("SOFTMAX");
        assertThat(SignatureCheck.differences(manifest, signature)).isEmpty();
    }

    @Test
    void channelsBeforeTheAxesOfTheImageAndNeighboursAreSeen() throws IOException {
        Signature signature = signature(form(1, 5, 256, 256), Map.of("map", form(1, 2, 256, 256)));

        Manifest manifest = filled(ManifestDraft.of(new ModelName("slices", "1.0.0"), signature));

        assertThat(manifest.input().layout()).isEqualTo(Input.Layout.NCHW);
        assertThat(manifest.technique()).isEqualTo(new Technique.SliceWise(2, 1));
        assertThat(SignatureCheck.differences(manifest, signature)).isEmpty();
    }

    @Test
    void boxesAreADetection() throws IOException {
        Signature signature =
                signature(form(-1, 512, 512, 1), Map.of("boxes", form(-1, 100, 4), "scores", form(-1, 100)));

        Manifest manifest = filled(ManifestDraft.of(new ModelName("masses", "1.0.0"), signature));

        assertThat(manifest.outputs()).singleElement().isInstanceOf(Output.Detection.class);
        assertThat(SignatureCheck.differences(manifest, signature)).isEmpty();
    }

    @Test
    void extentsThatTheNetworkLeavesOpenStayTheSeriesOwn() throws IOException {
        Signature signature = signature(form(-1, -1, -1, -1, 1), Map.of("prob", form(-1, -1, -1, -1, 1)));

        Manifest manifest = filled(ManifestDraft.of(new ModelName("any", "1.0.0"), signature));

        assertThat(manifest.input().framing().sampling()).isEqualTo(new Input.Sampling.AsIs());
        assertThat(SignatureCheck.differences(manifest, signature)).isEmpty();
    }

    @Test
    void networksThatCannotBeFedAreRefusedWithTheReason() {
        TensorForm unknown = new TensorForm("float32", Optional.empty());
        assertThatThrownBy(() -> draft(unknown, Map.of("y", form(-1, 2))))
                .hasMessageContaining(
                        "Input \"image\": got float32 of any shape, expected 4 axes (pictures, slices) or 5");
        assertThatThrownBy(() -> draft(form(-1, 30), Map.of("y", form(-1, 2))))
                .hasMessageContaining("got float32[any, 30]");
        Signature two = new Signature(Map.of("t1", form(1, 2, 2, 2, 1), "t2", form(1, 2, 2, 2, 1)), Map.of());
        assertThatThrownBy(() -> ManifestDraft.of(new ModelName("two", "1.0.0"), two))
                .hasMessageContaining("got inputs {t1=float32[1, 2, 2, 2, 1], t2=")
                .hasMessageContaining("expected one");
    }

    private static String draft(TensorForm input, Map<String, TensorForm> outputs) {
        return ManifestDraft.of(new ModelName("new", "1.0.0"), signature(input, outputs));
    }

    private static Signature signature(TensorForm input, Map<String, TensorForm> outputs) {
        return new Signature(Map.of("image", input), outputs);
    }

    private static TensorForm form(Integer... shape) {
        return TensorForm.of("float32", shape);
    }

    /** What somebody writes who does as the marks say. */
    private Manifest filled(String draft) throws IOException {
        return read(draft.replaceAll("(category|type):  # FILL IN", "$1: \"SCT 1234 Something\"  # FILL IN")
                .replaceAll("(title|label|origin|licence):  # FILL IN", "$1: Something  # FILL IN"));
    }

    private Manifest read(String yaml) {
        try {
            return ManifestReader.read(Files.writeString(folder.resolve("manifest.yaml"), yaml));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
