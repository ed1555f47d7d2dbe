package org.tandem.volume;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The values of a volume at the voxels of a mask, summed up.
 *
 * @param standardDeviation of the population, as IBSI has the variance (doi:10.1148/radiol.2020191145)
 * @param median of an even number of values the mean of the two in the middle
 */
public record MaskStatistics(
        int count, double mean, double standardDeviation, double minimum, double maximum, double median) {

    /** Of a mask with at least one voxel, on the grid of the volume. */
    public static MaskStatistics of(Mask mask, Volume volume) {
        float[] values = new float[mask.count()];
        BitSet voxels = mask.voxels();
        int next = 0;
        double sum = 0;
        for (int i = voxels.nextSetBit(0); i >= 0; i = voxels.nextSetBit(i + 1)) {
            values[next++] = volume.voxels()[i];
            sum += volume.voxels()[i];
        }
        double mean = sum / values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        Arrays.sort(values);
        int middle = values.length / 2;
        double median = values.length % 2 == 1 ? values[middle] : ((double) values[middle - 1] + values[middle]) / 2;
        return new MaskStatistics(
                values.length, mean, Math.sqrt(squares / values.length), values[0], values[values.length - 1], median);
    }
}
