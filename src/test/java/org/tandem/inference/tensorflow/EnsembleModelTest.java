package org.tandem.inference.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tandem.inference.ModelCache;
import org.tandem.inference.Spheres;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import org.tandem.volume.Volume;

/**
 * Members in a view in a window: two SavedModels, one says values and the other squares, mirrored, in windows that
 * overlap.
 */
final class EnsembleModelTest {

    private static final Model MODEL = new ModelStore(Path.of("src/test/resources/models")).require("ensemble");

    /** Windows of 4 columns begin at 0 and 1; all are said alike from each side. */
    private static final float[] ROW = {.4f, .8f, .2f, .6f, 1};

    @Test
    void techniquesStandInsideOneAnother() {
        Prediction said;
        try (ModelCache cache = new ModelCache(TensorFlowNetwork::load, 1)) {
            said = cache.with(MODEL, inferer -> inferer.infer(new Volume(Spheres.grid(5, 1, 1), ROW.clone())));
        }
        PredictedSegment bright = ((OutputPrediction.Segmentation)
                        said.outputs().get(0))
                .segments()
                .get(0);
        // (x + x²) / 2
        assertThat(bright.probability().orElseThrow().onSourceGrid().voxels())
                .containsExactly(new float[] {.28f, .72f, .12f, .48f, 1}, within(1e-5f));
        assertThat(bright.mask().count()).isEqualTo(2);
        // twice the deviation of x and x²: √2 · (x − x²)
        assertThat(said.maps().get(1).label()).isEqualTo("Disagreement on Bright");
        assertThat(said.maps().get(1).values().voxels()[1]).isEqualTo((float) (Math.sqrt(2) * .16), within(1e-5f));
        // first and last of each window: 0.4 and 0.6, 0.8 and 1; the mean over members and sides, the larger window
        PredictedClass first = ((OutputPrediction.Classification) said.outputs().get(1))
                .classes()
                .get(0);
        assertThat(first.probability()).isEqualTo((.8 + .64 + 1 + 1) / 4, within(1e-5));
    }
}
