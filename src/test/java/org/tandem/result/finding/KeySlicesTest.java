package org.tandem.result.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.model.OperatingPoint;
import org.tandem.result.Phantom;
import org.tandem.result.finding.ClassificationFindings.Score;
import org.tandem.result.finding.DetectionFindings.Detection;
import org.tandem.volume.Grid;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

class KeySlicesTest {

    private final Grid grid = Phantom.ct().volume().grid();

    @Test
    void aSegmentIsShownBestWhereItHasMostVoxels() {
        // lung 24, 16, 9 voxels; nodule 1, 5, 0
        assertThat(slices(Phantom.input(Phantom.ct()).findings())).containsExactly(0, 1);
    }

    @Test
    void aDetectionIsShownBestInItsMiddleAndOneBeyondTheGridInTheSliceNearest() {
        assertThat(slices(detections(new Shape.Box(new Vector3(0, 0, 0.5), new Vector3(2, 2, 2.5)))))
                .containsExactly(2); // middle 1.5, to the even one
        assertThat(slices(detections(new Shape.Point(new Vector3(1, 1, 7)), new Shape.Point(new Vector3(1, 1, -3)))))
                .containsExactly(0, 2);
    }

    @Test
    void aBoxReachesTheSlicesWhoseMiddleItHoldsAndTheOneOfItsOwnMiddle() {
        assertThat(new Shape.Box(new Vector3(0, 0, 0.5), new Vector3(2, 2, 2.5)).slices(grid))
                .containsExactly(1, 2);
        assertThat(new Shape.Box(new Vector3(0, 0, 0.6), new Vector3(2, 2, 0.9)).slices(grid))
                .containsExactly(1);
    }

    @Test
    void aClassIsShownByAPictureAndByNoSliceOfMany() {
        List<OutputFindings> classes = List.of(new ClassificationFindings(List.of(
                new Score(Phantom.NODULE.meaning(), 0.9, Optional.empty(), OperatingPoint.at(0.5)),
                new Score(Phantom.LUNG.meaning(), 0.1, Optional.empty(), OperatingPoint.at(0.5)))));
        assertThat(slices(classes)).isEmpty();
        Grid picture = new Grid(new Size(5, 5, 1), grid.axes(), grid.spacingMm(), grid.origin());
        assertThat(new KeySlices(picture).of(named(classes))).containsExactly(0);
    }

    private static List<OutputFindings> detections(Shape... shapes) {
        return List.of(new DetectionFindings(
                List.of(Phantom.NODULE.meaning()),
                List.of(shapes).stream()
                        .map(shape -> new Detection(Phantom.NODULE.meaning(), shape, 0.9))
                        .toList(),
                OperatingPoint.at(0.5)));
    }

    private int[] slices(List<OutputFindings> outputs) {
        return new KeySlices(grid).of(named(outputs)).toArray();
    }

    private static Findings named(List<OutputFindings> outputs) {
        return Findings.of(outputs, index -> Phantom.STUDY);
    }
}
