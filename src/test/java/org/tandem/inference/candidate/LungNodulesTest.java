package org.tandem.inference.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * A drawn chest: soft tissue in air, two lungs, a vessel of 5 mm through the left one, a ball of 10 mm in the right.
 */
final class LungNodulesTest {

    private static final Vector3 NODULE = new Vector3(-38, 6, 4);

    private final LungNodules search = new LungNodules(5, 20, 20);

    @Test
    void theMostConspicuousPlaceInALungIsTheBallNotTheVessel() {
        List<Blob> blobs = search.in(chest(true)).orElseThrow();
        assertThat(blobs).isNotEmpty();
        assertThat(blobs.get(0).centre().minus(NODULE).length()).isLessThan(1.5);
        assertThat(blobs.get(0).diameterMm()).isBetween(5.0, 16.0);
    }

    @Test
    void withoutTheBallNothingStandsOutAsMuch() {
        double ball = search.in(chest(true)).orElseThrow().get(0).strength();
        assertThat(search.in(chest(false)).orElseThrow()).allMatch(blob -> blob.strength() < ball / 2);
    }

    @Test
    void theLungsAreWhatWasDrawnWithTheVesselInThem() {
        Volume chest = chest(false);
        // two ellipsoids of 32 × 45 × 40 mm half axes
        assertThat(LungMask.of(chest).volumeMm3()).isEqualTo(2 * 4 / 3.0 * Math.PI * 32 * 45 * 40, within(30_000.0));
    }

    @Test
    void whereThereIsNoLungNothingIsFound() {
        Volume chest = chest(true);
        assertThat(search.in(new Volume(chest.grid(), new float[chest.voxels().length])))
                .isEmpty();
    }

    @Test
    void eigenvaluesAreThoseOfAMatrixThatWasTurned() {
        // diag(3, 1) turned by 45° about z: 2 on the diagonal, 1 beside it
        assertThat(DotFilter.eigenvalues(new double[] {2, 2, -5, 1, 0, 0}))
                .containsExactly(new double[] {3, 1, -5}, within(1e-9));
    }

    @Test
    void blurringKeepsWhatIsLevelAndTheSumOfAPoint() {
        Size size = new Size(15, 15, 15);
        float[] point = new float[size.voxels()];
        point[size.offset(7, 7, 7)] = 1;
        float[] blurred = Gaussian.blur(point, size, 1);
        double sum = 0;
        for (float value : blurred) {
            sum += value;
        }
        assertThat(sum).isEqualTo(1, within(1e-4));
        assertThat(blurred[size.offset(8, 7, 7)]).isEqualTo(blurred[size.offset(7, 7, 6)], within(1e-7f));
    }

    private static Volume chest(boolean ball) {
        Size size = new Size(90, 70, 52);
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
        Grid grid = new Grid(size, axes, new Vector3(2, 2, 2), new Vector3(-89, -69, -51));
        float[] voxels = new float[size.voxels()];
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    voxels[size.offset(x, y, z)] = hu(grid.toPatient(new Vector3(x, y, z)), ball);
                }
            }
        }
        return new Volume(grid, voxels);
    }

    private static float hu(Vector3 at, boolean ball) {
        if (Math.hypot(at.x() / 82, at.y() / 62) > 1) {
            return -1000;
        }
        boolean vessel = Math.hypot(at.x() - 38, at.y()) < 2.5;
        boolean lung = inLung(at, -40) || inLung(at, 40);
        boolean nodule = ball && at.minus(NODULE).length() < 5;
        return lung && !vessel && !nodule ? -850 : 40;
    }

    private static boolean inLung(Vector3 at, double x) {
        Vector3 scaled = new Vector3((at.x() - x) / 32, at.y() / 45, at.z() / 40);
        return scaled.length() < 1;
    }
}
