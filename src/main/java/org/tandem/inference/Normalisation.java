package org.tandem.inference;

import org.tandem.model.Input;
import org.tandem.volume.Volume;

/** Brings the values of a volume into the range that a network was trained on. */
final class Normalisation {

    private Normalisation() {}

    static Volume apply(Volume volume, Input.Intensity intensity) {
        if (intensity instanceof Input.Intensity.DivideByMax) {
            return divideByMax(volume);
        }
        if (intensity instanceof Input.Intensity.Window window) {
            float low = (float) window.low();
            float width = (float) (window.high() - window.low());
            return map(volume, value -> Math.max(0, Math.min(1, (value - low) / width)));
        }
        if (intensity instanceof Input.Intensity.MinMax) {
            return minMax(volume);
        }
        return intensity instanceof Input.Intensity.ZScore ? zScore(volume) : volume;
    }

    private interface Mapping {
        float of(float value);
    }

    private static Volume divideByMax(Volume volume) {
        float max = 0;
        for (float value : volume.voxels()) {
            max = Math.max(max, value);
        }
        float divisor = max;
        return max > 0 ? map(volume, value -> value / divisor) : map(volume, value -> 0);
    }

    private static Volume minMax(Volume volume) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float value : volume.voxels()) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        float low = min;
        float width = max - min;
        return width > 0 ? map(volume, value -> (value - low) / width) : map(volume, value -> 0);
    }

    private static Volume zScore(Volume volume) {
        double sum = 0;
        double squares = 0;
        for (float value : volume.voxels()) {
            sum += value;
            squares += (double) value * value;
        }
        int count = volume.voxels().length;
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        return deviation > 0 ? map(volume, value -> (float) ((value - mean) / deviation)) : map(volume, value -> 0);
    }

    private static Volume map(Volume volume, Mapping mapping) {
        float[] voxels = new float[volume.voxels().length];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = mapping.of(volume.voxels()[i]);
        }
        return new Volume(volume.grid(), voxels);
    }
}
