package org.tandem.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Manifest;
import org.tandem.model.ManifestReader;
import org.tandem.model.Measurement;
import org.tandem.model.OperatingPoint;
import org.tandem.result.finding.SegmentationFindings;
import org.tandem.series.SeriesVolume;

class ResultInputTest {

    private static final String MANIFEST =
            """
            name: demo-net
            version: 1.0.0
            title: Lungs and nodules in CT
            intended_use: research
            accepts: {modality: CT}
            input: {tensor: image, layout: NDHWC, resample_to_voxels: [16, 16, 16]}
            technique: {whole_volume: {}}
            outputs:
              - tensor: probabilities
                kind: segmentation
                segments:
                  - {channel: 0, label: Lung, category: "SCT 91723000 Anatomical Structure", type: "SCT 39607008 Lung"}
                measurements: [volume_mm3]
            source: {origin: nowhere, licence: MIT}
            """;

    private final Path file;

    ResultInputTest(@TempDir Path folder) {
        this.file = folder.resolve("manifest.yaml");
    }

    @Test
    void eachOutputBringsTheMeasurementsThatItsManifestAsksFor() throws IOException {
        SeriesVolume source = Phantom.ct();
        SegmentationFindings findings =
                (SegmentationFindings) Phantom.input(source).findings().get(0);
        Prediction prediction = new Prediction(List.of(new OutputPrediction.Segmentation(findings.segments())));
        ResultInput input = ResultInput.of(source, manifest(MANIFEST), prediction, Phantom.PRODUCTION);
        assertThat(input.model().title()).isEqualTo(Phantom.MODEL.title());
        assertThat(input.model().origin()).isEqualTo("nowhere");
        assertThat(input.findings())
                .containsExactly(new SegmentationFindings(
                        findings.segments(), List.of(Measurement.VOLUME_MM3), Optional.of(OperatingPoint.at(0.5))));
    }

    @Test
    void thatAModelMayBeWrongAndThatItRanElsewhereStandInTheReport() throws IOException {
        SeriesVolume source = Phantom.ct();
        SegmentationFindings findings =
                (SegmentationFindings) Phantom.input(source).findings().get(0);
        Prediction prediction = new Prediction(
                List.of(new OutputPrediction.Segmentation(findings.segments())),
                List.of(),
                List.of("mean of the input: got 3, expected 0 to 1"),
                List.of("Computed on the CPU"));
        ResultInput input = ResultInput.of(source, manifest(MANIFEST), prediction, Phantom.PRODUCTION);
        assertThat(texts(ResultBuilder.build(input).get(1).dataSet()))
                .anyMatch(text ->
                        text.contains("mean of the input: got 3, expected 0 to 1. Computed on the CPU. AI result"));
    }

    private static List<String> texts(DataSet item) {
        return item.items(Tag.CONTENT_SEQUENCE).stream()
                .flatMap(child -> Stream.concat(child.string(Tag.TEXT_VALUE).stream(), texts(child).stream()))
                .toList();
    }

    @Test
    void aPredictionOfFewerOutputsThanTheManifestNamesIsRefused() {
        assertThatThrownBy(() ->
                        ResultInput.of(Phantom.ct(), manifest(MANIFEST), new Prediction(List.of()), Phantom.PRODUCTION))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("got 0 outputs, expected 1");
    }

    @Test
    void aMeasurementThatNobodyCanMakeIsRefusedWithTheManifest() {
        assertThatThrownBy(() -> manifest(MANIFEST.replace("volume_mm3", "volume_ml")))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("manifest.yaml")
                .hasMessageContaining("volume_ml")
                .hasMessageContaining("volume_mm3, volume_cm3");
    }

    private Manifest manifest(String yaml) throws IOException {
        return ManifestReader.read(Files.writeString(file, yaml));
    }
}
