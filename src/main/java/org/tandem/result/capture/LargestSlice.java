package org.tandem.result.capture;

import java.util.Optional;
import org.tandem.result.finding.Finding;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/** The slice of the source that shows something best, from 0. */
final class LargestSlice {

    private LargestSlice() {}

    /** None of what has no place. */
    static Optional<Integer> of(Finding finding, int slices) {
        if (finding instanceof Finding.Segmented segmented) {
            return Optional.of(of(segmented.mask()));
        }
        if (finding instanceof Finding.Detected detected) {
            long z = Math.round(detected.shape().centre().z());
            return Optional.of((int) Math.max(0, Math.min(slices - 1, z)));
        }
        return Optional.empty();
    }

    /** Where a mask has the most voxels; of several, the first. */
    static int of(Mask mask) {
        Size size = mask.grid().size();
        int[] counts = new int[size.z()];
        mask.voxels().stream().forEach(voxel -> counts[voxel / (size.x() * size.y())]++);
        int largest = 0;
        for (int z = 1; z < counts.length; z++) {
            largest = counts[z] > counts[largest] ? z : largest;
        }
        return largest;
    }

    /** Where the values add up to the most. */
    static int of(Volume values) {
        Size size = values.grid().size();
        int slice = size.x() * size.y();
        double most = Double.NEGATIVE_INFINITY;
        int largest = 0;
        for (int z = 0; z < size.z(); z++) {
            double sum = 0;
            for (int i = z * slice; i < (z + 1) * slice; i++) {
                sum += Float.isFinite(values.voxels()[i]) ? values.voxels()[i] : 0;
            }
            largest = sum > most ? z : largest;
            most = Math.max(most, sum);
        }
        return largest;
    }
}
