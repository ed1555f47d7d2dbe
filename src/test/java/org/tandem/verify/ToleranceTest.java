package org.tandem.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ToleranceTest {

    private static final Tolerance TOLERANCE = new Tolerance(0.01, 0.5, 2);

    @Test
    void aShareAndSoMuchBesidesIsAllowed() {
        assertThat(TOLERANCE.differences(Map.of("voxels", 1010.4), Map.of("voxels", 1000.0)))
                .isEmpty();
        assertThat(TOLERANCE.differences(Map.of("voxels", 989.0), Map.of("voxels", 1000.0)))
                .containsExactly("voxels: got 989.0, expected 1000 ± 10.50");
    }

    @Test
    void placesMayBeSoFarOffWhereverTheyAre() {
        assertThat(TOLERANCE.differences(Map.of("x_mm", 501.9), Map.of("x_mm", 500.0)))
                .isEmpty();
        assertThat(TOLERANCE.differences(Map.of("x_mm", 502.1), Map.of("x_mm", 500.0)))
                .hasSize(1);
    }

    @Test
    void whatIsMissingTooMuchOrNoNumberIsADifference() {
        assertThat(TOLERANCE.differences(Map.of("b", 1.0, "c", Double.NaN), Map.of("a", 1.0, "c", 1.0)))
                .containsExactlyInAnyOrder(
                        "a: got nothing, expected 1.000",
                        "c: got NaN, expected 1.000 ± 0.5100",
                        "b: got 1.000, expected nothing");
    }
}
