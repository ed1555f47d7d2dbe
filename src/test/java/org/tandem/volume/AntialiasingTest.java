package org.tandem.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AntialiasingTest {

    private static final Axes AXES = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));

    /** (37 i) mod 101 in 5 rows of 8. */
    private static final Volume PICTURE = picture();

    private static Volume picture() {
        float[] values = new float[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = 37 * i % 101;
        }
        return new Volume(grid(8, 5, 1), values);
    }

    private static Grid grid(int x, int y, int z) {
        return new Grid(new Size(x, y, z), AXES, new Vector3(1, 1, 1), new Vector3(0, 0, 0));
    }

    @Test
    void smallerPicturesAreThoseOfTensorFlow() {
        // tf.image.resize(picture, [2, 3], method="bilinear", antialias=True), TensorFlow 2.16.2
        Volume small = Resampling.antialiased(PICTURE, PICTURE.grid().resizedTo(new Size(3, 2, 1)), 0);
        assertThat(small.voxels())
                .containsExactly(
                        new float[] {48.02991f, 46.96862f, 42.8122f, 48.76914f, 55.92316f, 55.99521f}, within(1e-4f));
    }

    @Test
    void anAxisThatBecomesFinerIsInterpolatedAsThere() {
        // the first three rows of tf.image.resize(picture, [10, 3], method="bilinear", antialias=True)
        Volume changed = Resampling.antialiased(PICTURE, PICTURE.grid().resizedTo(new Size(3, 10, 1)), 0);
        assertThat(Arrays.copyOf(changed.voxels(), 9))
                .containsExactly(
                        new float[] {
                            32.92105f, 45.33333f, 48, 38.48027f, 43.58334f, 46.25f, 49.59869f, 40.08333f, 42.75f
                        },
                        within(1e-4f));
    }

    @Test
    void onFinerGridsItIsTrilinearInWhateverOrderTheAxesAre() {
        Volume source = new Volume(grid(4, 5, 6), ramp(120));
        Grid target = new Orientation("RSA").of(source.grid()).resizedTo(new Size(9, 8, 7));
        assertThat(Resampling.antialiased(source, target, -1).voxels())
                .containsExactly(Resampling.linear(source, target, -1).voxels(), within(1e-4f));
    }

    @Test
    void whatIsFinerThanTheNewVoxelsDoesNotBecomeAPattern() {
        // a chequerboard of 0 and 1: its mean is a half, but every third voxel is an alternation again
        Volume board = board(grid(48, 48, 48));
        Grid coarse = board.grid().resizedTo(new Size(16, 16, 16));
        assertThat(spread(Resampling.linear(board, coarse, 0))).isCloseTo(1, within(1e-3));
        assertThat(spread(Resampling.antialiased(board, coarse, 0))).isLessThan(0.15);
        double c = Math.sqrt(0.5);
        Grid oblique = new Grid(
                new Size(8, 8, 8),
                new Axes(new Vector3(c, c, 0), new Vector3(-c, c, 0), new Vector3(0, 0, 1)),
                new Vector3(3, 3, 3),
                new Vector3(23, 12, 12));
        assertThat(spread(Resampling.antialiased(board, oblique, 0))).isLessThan(0.15);
    }

    @Test
    void beyondTheImageIsTheFill() {
        Grid shifted = new Grid(new Size(3, 1, 1), AXES, new Vector3(4, 1, 1), new Vector3(-4, 2, 0));
        float[] values = Resampling.antialiased(PICTURE, shifted, -7).voxels();
        assertThat(values[0]).isEqualTo(-7);
        assertThat(values[1]).isPositive();
    }

    private static float[] ramp(int count) {
        float[] values = new float[count];
        IntStream.range(0, count).forEach(i -> values[i] = i * i % 31);
        return values;
    }

    private static Volume board(Grid grid) {
        float[] values = new float[grid.size().voxels()];
        for (int z = 0; z < grid.size().z(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                for (int x = 0; x < grid.size().x(); x++) {
                    values[grid.size().offset(x, y, z)] = (x + y + z) % 2;
                }
            }
        }
        return new Volume(grid, values);
    }

    /** From the least to the greatest value. */
    private static double spread(Volume volume) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : volume.voxels()) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return greatest - least;
    }
}
