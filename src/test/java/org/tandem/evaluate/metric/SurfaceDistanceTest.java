package org.tandem.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

final class SurfaceDistanceTest {

    private static final Vector3 SPACING = new Vector3(0.5, 2, 3);

    @Test
    void twoVoxelsAreAsFarApartAsTheirCentres() {
        // 4 columns of 0.5 mm and 1 slice of 3 mm: √(2² + 3²)
        SurfaceDistance distance = SurfaceDistance.between(mask(0, 0, 0), mask(4, 0, 1));

        assertThat(distance.hausdorffMm()).isCloseTo(Math.sqrt(13), within(1e-12));
        assertThat(distance.hausdorff95Mm()).isEqualTo(distance.hausdorffMm());
        assertThat(distance.meanMm()).isEqualTo(distance.hausdorffMm());
    }

    @Test
    void emptyMasksAgreeAndAnEmptyOneHasNoDistanceToAnother() {
        assertThat(SurfaceDistance.between(mask(), mask())).isEqualTo(new SurfaceDistance(0, 0, 0));
        assertThat(SurfaceDistance.between(mask(), mask(1, 1, 1)).hausdorff95Mm())
                .isNaN();
    }

    @Test
    void theTransformIsTheLeastOfAllDistances() {
        SplittableRandom random = new SplittableRandom(3);
        Size size = new Size(7, 6, 5);
        boolean[] set = new boolean[size.voxels()];
        for (int i = 0; i < 9; i++) {
            set[random.nextInt(set.length)] = true;
        }

        double[] squares = DistanceTransform.squares(set, size, SPACING);

        for (int voxel = 0; voxel < set.length; voxel++) {
            double least = Double.MAX_VALUE;
            for (int other = 0; other < set.length; other++) {
                least = set[other] ? Math.min(least, square(size, voxel, other)) : least;
            }
            assertThat(squares[voxel]).isCloseTo(least, within(1e-9));
        }
    }

    private static double square(Size size, int a, int b) {
        double x = (a % size.x() - b % size.x()) * SPACING.x();
        double y = (a / size.x() % size.y() - b / size.x() % size.y()) * SPACING.y();
        double z = (a / (size.x() * size.y()) - b / (size.x() * size.y())) * SPACING.z();
        return x * x + y * y + z * z;
    }

    /** Of one voxel, or of none. */
    private static Mask mask(int... at) {
        Size size = new Size(6, 4, 3);
        BitSet set = new BitSet();
        if (at.length == 3) {
            set.set(size.offset(at[0], at[1], at[2]));
        }
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
        return new Mask(new Grid(size, axes, SPACING, new Vector3(0, 0, 0)), set);
    }
}
