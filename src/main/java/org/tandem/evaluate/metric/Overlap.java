package org.tandem.evaluate.metric;

import java.util.BitSet;
import org.tandem.volume.Mask;

/**
 * How two masks on one grid agree, counted in voxels.
 *
 * @param both voxels in both masks
 * @param predicted voxels in the predicted mask
 * @param reference voxels in the reference mask
 */
public record Overlap(long both, long predicted, long reference) {

    /** Compares two masks; refuses masks on grids of different size. */
    public static Overlap of(Mask predicted, Mask reference) {
        if (!predicted.grid().size().equals(reference.grid().size())) {
            throw new IllegalArgumentException("Overlap of masks: got a prediction of "
                    + predicted.grid().size() + " and a reference of "
                    + reference.grid().size() + ", expected one size");
        }
        BitSet both = (BitSet) predicted.voxels().clone();
        both.and(reference.voxels());
        return new Overlap(both.cardinality(), predicted.count(), reference.count());
    }

    /** Dice's coefficient, 2·|A∩B| / (|A|+|B|), 0 to 1; 1 for two empty masks. doi:10.2307/1932409. */
    public double dice() {
        return predicted + reference == 0 ? 1 : 2.0 * both / (predicted + reference);
    }

    /**
     * Intersection over union, |A∩B| / |A∪B|, 0 to 1; 1 for two empty masks. doi:10.1111/j.1469-8137.1912.tb05611.x.
     */
    public double jaccard() {
        long either = predicted + reference - both;
        return either == 0 ? 1 : (double) both / either;
    }

    /** Of the reference, the share that was found; NaN where there is none. */
    public double sensitivity() {
        return reference == 0 ? Double.NaN : (double) both / reference;
    }

    /** Of what was found, the share that is in the reference; NaN where nothing was found. */
    public double positivePredictiveValue() {
        return predicted == 0 ? Double.NaN : (double) both / predicted;
    }

    /** Predicted less reference volume as a share of the reference's; NaN where there is none. */
    public double relativeVolumeError() {
        return reference == 0 ? Double.NaN : (double) (predicted - reference) / reference;
    }
}
