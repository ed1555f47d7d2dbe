package org.tandem.inference.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.inference.candidate.ChestPhantom.Nodule;
import org.tandem.volume.Grid;
import org.tandem.volume.Vector3;

/** Which of the nodules in a drawn chest are among the candidates, in thin, tilted and thick slices, in both orders. */
final class CandidateRecallTest {

    /** Thrown once; 2 reach through the wall of the lung. */
    private static final List<Nodule> NODULES = List.of(
            new Nodule(new Vector3(109, -41, -59), 4),
            new Nodule(new Vector3(-106, 16, 39), 4),
            new Nodule(new Vector3(-115, -34, -45), 5),
            new Nodule(new Vector3(64, -59, -38), 5),
            new Nodule(new Vector3(-98, 53, -20), 6),
            new Nodule(new Vector3(68, -15, 51), 6),
            new Nodule(new Vector3(118, 31, 19), 8),
            new Nodule(new Vector3(79, -22, -50), 8),
            new Nodule(new Vector3(-90, 36, 39), 10),
            new Nodule(new Vector3(-66, -8, -30), 10),
            new Nodule(new Vector3(100, 12, -58), 13),
            new Nodule(new Vector3(-111, 47, 12), 13),
            new Nodule(new Vector3(104, 53, 48), 16),
            new Nodule(new Vector3(-115, -72, 1), 16),
            new Nodule(new Vector3(102, -80, -13), 20),
            new Nodule(new Vector3(53, 5, 59), 20));

    private final LungNodules search = new LungNodules(3, 30, 400);

    @ParameterizedTest(name = "{2} slices of {0} mm, tilted by {1}°")
    @CsvSource({"1.25, 0, 160", "2.5, 200, 90", "5, 0, 40"})
    void eachNoduleHasACandidateInIt(double spacingMm, double tiltDegrees, int slices) {
        Grid grid = ChestPhantom.grid(spacingMm, tiltDegrees, slices);
        List<Blob> blobs = search.in(new ChestPhantom(NODULES).on(grid)).orElseThrow();
        assertThat(blobs).hasSizeLessThanOrEqualTo(400);
        assertThat(NODULES).allMatch(nodule -> blobs.stream()
                .anyMatch(blob -> blob.centre().minus(nodule.centre()).length() < nodule.diameterMm() / 2));
    }
}
