package org.tandem.inference.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tandem.evaluate.data.NrrdFile;
import org.tandem.evaluate.metric.Overlap;
import org.tandem.inference.ModelCache;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import org.tandem.series.Reading;
import org.tandem.series.VolumeReader;
import org.tandem.volume.Mask;
import org.tandem.volume.Volume;

/** The shipped model on the shipped head. The figures are those of its model card. */
final class BrainExtractionTest {

    private static final Path COLIN = Path.of("test-dicom/colin27-t1");

    private static ModelCache cache;

    @BeforeAll
    static void openCache() {
        cache = new ModelCache(TensorFlowNetwork::load, 1);
    }

    @AfterAll
    static void closeCache() {
        cache.close();
    }

    @Test
    void theBrainFoundInColin27OverlapsTheReferenceAsTheModelCardSays() throws IOException {
        Mask brain = brain(COLIN);
        Mask reference = NrrdFile.readMask(COLIN.resolve("mask/reference-mask.nrrd"));
        assertThat(reference.volumeMm3()).isEqualTo(1_742_632, within(1.0));
        assertThat(Overlap.of(brain, reference).dice()).isEqualTo(0.942, within(0.002));
        assertThat(brain.volumeMm3()).isEqualTo(1_896_300, within(10_000.0));
    }

    private static Mask brain(Path folder) throws IOException {
        Model model = new ModelStore(Path.of("models")).require("brain-extraction/1.0.0");
        Volume volume = volume(folder);
        Prediction prediction = cache.with(model, inferer -> inferer.infer(volume));
        return ((OutputPrediction.Segmentation) prediction.outputs().get(0))
                .segments()
                .get(0)
                .mask();
    }

    private static Volume volume(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> slices = files.filter(Files::isRegularFile).toList();
            return ((Reading.Read) VolumeReader.read(slices)).series().volume();
        }
    }
}
