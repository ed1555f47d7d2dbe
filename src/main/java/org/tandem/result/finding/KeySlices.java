package org.tandem.result.finding;

import java.util.stream.IntStream;
import org.tandem.result.finding.Finding.Presence;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;

/** The slice that shows a finding best: where a segment is largest, where the middle of a detection is. */
public record KeySlices(Grid grid) {

    /**
     * Of these findings, ascending, each once. A statement on the source as a whole, where it is there, is shown by all
     * slices of a source that has but one.
     */
    public IntStream of(Findings findings) {
        return findings.all().stream().flatMapToInt(this::of).distinct().sorted();
    }

    private IntStream of(Finding finding) {
        if (finding instanceof Finding.Segmented segmented) {
            return IntStream.of(largest(segmented.mask()));
        }
        if (finding instanceof Finding.Detected detected) {
            return new Shape.Point(detected.shape().centre()).slices(grid);
        }
        boolean ofPicture = grid.size().z() == 1 && finding instanceof Finding.Classified;
        return ofPicture && finding.presence() == Presence.PRESENT ? IntStream.of(0) : IntStream.empty();
    }

    /** The first of those with the most voxels. */
    private static int largest(Mask mask) {
        Size size = mask.grid().size();
        int[] voxels = new int[size.z()];
        mask.voxels().stream().forEach(voxel -> voxels[voxel / (size.x() * size.y())]++);
        return IntStream.range(0, voxels.length)
                .reduce((best, z) -> voxels[z] > voxels[best] ? z : best)
                .orElse(0);
    }
}
