package org.tandem.inference.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.TandemException;
import org.tandem.inference.ModelCache;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * One model looks at what another found: two SavedModels, on a tilted grid, with bright blocks whose voxels are known.
 */
final class CascadeTest {

    private static final Path MODELS = Path.of("src/test/resources/models");

    private static final Model CASCADE = new ModelStore(MODELS).require("cascade");

    private static final Size SIZE = new Size(24, 20, 12);

    private static ModelCache cache;

    @BeforeAll
    static void open() {
        cache = new ModelCache(TensorFlowNetwork::load, 1);
    }

    @AfterAll
    static void close() {
        cache.close();
    }

    @Test
    void whatLiesNearTheLargestThingIsFoundToTheVoxelAndWhatLiesFarAwayIsNot() {
        BitSet large = block(4, 5, 3, 8);
        BitSet near = block(13, 6, 4, 1);
        BitSet far = block(20, 16, 9, 2);
        PredictedSegment said = segment(CASCADE, large, near, far);
        BitSet expected = (BitSet) large.clone();
        expected.or(near);
        assertThat(said.mask().grid()).isEqualTo(grid());
        assertThat(said.mask().voxels()).isEqualTo(expected);
        float[] probabilities = said.probability().orElseThrow().onSourceGrid().voxels();
        assertThat(probabilities[SIZE.offset(13, 6, 4)]).isEqualTo(1, within(1e-6f));
        assertThat(probabilities[SIZE.offset(20, 16, 9)]).isZero();
    }

    @Test
    void whereTheOtherFindsNothingThisOneIsRefused() {
        assertThatThrownBy(() -> segment(CASCADE))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("Region of threshold/1.0.0: got nothing found, expected [Bright]");
    }

    @Test
    void outsideOfTheSegmentVoxelsCanBeBlackened(@TempDir Path models) throws IOException {
        Model blackened = changed(models, "margin_mm: 4", "margin_mm: 40, outside: 0");
        BitSet large = block(4, 5, 3, 8);
        // the other model looks at a coarser grid: what it finds may be off by half of its voxels
        assertThat(segment(blackened, large, block(20, 16, 9, 2)).mask().voxels().stream()
                        .allMatch(large::get))
                .isTrue();
    }

    @Test
    void modelsThatWaitForOneAnotherAreRefused(@TempDir Path models) throws IOException {
        Model itself = changed(models, "model: threshold/1.0.0", "model: cascade");
        assertThatThrownBy(() -> segment(itself))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("that wait for one another, expected an end");
    }

    private static Model changed(Path models, String before, String after) throws IOException {
        for (String name : new String[] {"threshold", "cascade"}) {
            Path from = MODELS.resolve(name + "/1.0.0");
            Path to = Files.createDirectories(models.resolve(name + "/1.0.0"));
            String manifest = Files.readString(from.resolve("manifest.yaml"));
            Files.writeString(to.resolve("manifest.yaml"), manifest.replace(before, after));
            Files.createSymbolicLink(
                    to.resolve("saved_model"), from.resolve("saved_model").toAbsolutePath());
        }
        return new ModelStore(models).require("cascade");
    }

    private static PredictedSegment segment(Model model, BitSet... bright) {
        float[] voxels = new float[SIZE.voxels()];
        for (BitSet block : bright) {
            block.stream().forEach(voxel -> voxels[voxel] = 1);
        }
        return cache.with(model, inferer -> ((OutputPrediction.Segmentation)
                        inferer.infer(new Volume(grid(), voxels)).outputs().get(0))
                .segments()
                .get(0));
    }

    /** A cube of so many voxels from its first one. */
    private static BitSet block(int x, int y, int z, int edge) {
        BitSet block = new BitSet();
        for (int dz = 0; dz < edge; dz++) {
            for (int dy = 0; dy < edge; dy++) {
                int first = SIZE.offset(x, y + dy, z + dz);
                block.set(first, first + edge);
            }
        }
        return block;
    }

    /** Axial slices, tilted by 30° about x. */
    private static Grid grid() {
        double cosine = Math.sqrt(3) / 2;
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, cosine, .5), new Vector3(0, -.5, cosine));
        return new Grid(SIZE, axes, new Vector3(2, 2, 3), new Vector3(-10, 20, -30));
    }
}
